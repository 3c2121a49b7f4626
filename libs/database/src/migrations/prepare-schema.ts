import pg from 'pg';

/**
 * For the transaction under way: alone among those that migrate this database, in a schema that is there, and with the
 * extensions in sight, wherever someone has put them (an operator class is not found otherwise).
 */
export async function prepareSchema(connection: pg.Pool, schema: string): Promise<void> {
  // For the whole database, whatever the schema: extensions are the database's.
  await connection.query(`SELECT pg_advisory_xact_lock(hashtextextended('migrate', 0))`);
  const { rows } = await connection.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [schema]);
  // Not by IF NOT EXISTS, which wants the right to create one even where there is nothing to do.
  if (rows.length === 0) await connection.query(`CREATE SCHEMA ${pg.escapeIdentifier(schema)}`);
  await connection.query(
    `SELECT set_config('search_path', concat_ws(', ', quote_ident($1::text), string_agg(DISTINCT quote_ident(nspname), ', ')), true)
     FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace WHERE nspname NOT IN ('pg_catalog', $1::text)`,
    [schema],
  );
}
