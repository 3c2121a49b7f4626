import pg from 'pg';
import { rows, type Table, tables } from './rows';
import type { DataSize } from './size';

interface Index {
  name: string;
  definition: string;
}

/**
 * Replaces the seeded records of one database by those of this size; testuser and testadmin stay. Tables of other parts
 * need not be there. No trigger fires, so that nothing is recorded as an event, and foreign keys, which the rows keep
 * by construction, are not checked.
 */
export async function fillDatabase(url: string, size: DataSize, signal: AbortSignal): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // the statement under way reports it
  await client.connect();
  const end = () => void client.end();
  signal.addEventListener('abort', end);
  try {
    await client.query(
      `SET session_replication_role = replica; SET maintenance_work_mem = '256MB'; SET work_mem = '64MB'`,
    );
    const present = await tablesOf(client);
    const indexes = await indexesOf(client, present);
    await client.query('BEGIN');
    for (const { name } of indexes) await client.query(`DROP INDEX ${pg.escapeIdentifier(name)}`);
    const replaced = present.filter((table) => table !== 'users');
    if (replaced.length > 0) await client.query(`TRUNCATE ${replaced.join()}`);
    for (const table of present) await client.query(rows[table](size));
    for (const { definition } of indexes) await client.query(definition);
    if (present.includes('jobs')) {
      await client.query(`SELECT setval(pg_get_serial_sequence('jobs', 'id'), ${size.jobs})`);
    }
    await client.query('COMMIT');
    // Otherwise the server would do it by itself, in the middle of a measurement.
    for (const table of present) await client.query(`VACUUM (FREEZE, ANALYZE) ${table}`);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', end);
    await client.end();
  }
}

async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows: found } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  return tables.filter((table) => found.some(({ name }) => name === table));
}

/** Those without a constraint, which are quicker to make anew than to keep up to date. */
async function indexesOf(client: pg.Client, of: readonly Table[]): Promise<Index[]> {
  const { rows: found } = await client.query<Index>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
     FROM pg_index WHERE indrelid = ANY ($1::text[]::regclass[])
       AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)`,
    [of],
  );
  return found;
}
