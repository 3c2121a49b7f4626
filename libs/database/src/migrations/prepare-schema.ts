import pg from 'pg';

/**
 * Prepares the current transaction: it excludes all other migrations of this database, creates the schema if it is
 * missing, and puts extensions on the search path, whichever schema they are in (an operator class is not found
 * otherwise).
 */
export async function prepareSchema(connection: pg.Pool, schema: string): Promise<void> {
  // One lock for the whole database, whatever the schema: extensions belong to the database.
  await connection.query(`SELECT pg_advisory_xact_lock(hashtextextended('migrate', 0))`);
  const { rows } = await connection.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [schema]);
  // Not with IF NOT EXISTS, which requires the privilege to create a schema even if there is nothing to do.
  if (rows.length === 0) await connection.query(`CREATE SCHEMA ${pg.escapeIdentifier(schema)}`);
  await connection.query(
    `SELECT set_config('search_path', concat_ws(', ', quote_ident($1::text), string_agg(DISTINCT quote_ident(nspname), ', ')), true)
     FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace WHERE nspname NOT IN ('pg_catalog', $1::text)`,
    [schema],
  );
}
