import { databaseUrl, type DataSize, fillDatabase } from '@jobly/lab/system-under-test';
import type { Server } from '../people/server';
import { databasesOf, type StackName } from './databases';

/** What grows with use beside the records: a row for every tenth job. */
const BESIDE: Record<string, (rows: number) => string> = {
  login_failures: (rows) => `
    INSERT INTO login_failures (scope, username, source, forgotten_at)
    SELECT 'pair', 'someone' || i, '192.0.2.1', now() + interval '1 day' FROM generate_series(1, ${rows}) AS i`,
  inbox: (rows) => `INSERT INTO inbox (event_id) SELECT gen_random_uuid() FROM generate_series(1, ${rows})`,
};

/** How many rows a table has that is filled for data of this size. */
export const rowsIn = (table: string, size: DataSize): number =>
  ({ jobs: size.jobs, applications: size.applications, users: size.users, companies: size.companies })[table] ??
  size.jobs / 10;

/** Fills all tables of a stack that grow with use. */
export async function fillJobly(
  postgres: { url: string },
  servers: ReadonlyMap<string, Server>,
  stack: StackName,
  size: DataSize,
  signal: AbortSignal,
): Promise<void> {
  for (const { database, tables } of databasesOf[stack]) {
    await fillDatabase(databaseUrl(postgres, database), size, signal);
    const server = servers.get(database)!;
    for (const table of tables) {
      const insert = BESIDE[table];
      if (insert === undefined) continue;
      await server.rows(`TRUNCATE ${table}`);
      await server.rows(insert(rowsIn(table, size)));
      await server.rows(`VACUUM (ANALYZE) ${table}`);
    }
  }
}
