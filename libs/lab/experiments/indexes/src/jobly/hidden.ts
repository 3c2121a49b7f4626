import type { Server } from '../people/server';
import { bigTables } from './databases';

/** An index of one of the databases. */
export interface JoblyIndex {
  database: string;
  table: string;
  name: string;
}

/**
 * Those of the inbox come last: without its key a service refuses events, and what is asked next may be refused as well.
 */
export async function indexesIn(server: Server, database: string): Promise<JoblyIndex[]> {
  const all = await server.rows<Omit<JoblyIndex, 'database'>>(
    `SELECT tablename AS table, indexname AS name FROM pg_indexes
     WHERE schemaname = 'public' ORDER BY tablename = 'inbox', tablename, indexname`,
  );
  return all.filter(({ table }) => bigTables.has(table)).map((index) => ({ ...index, database }));
}

/**
 * Hides an index from the planner, or shows it again, without the minutes that building it would take: PostgreSQL plans
 * without an invalid index, and goes on maintaining it. The table is touched too, so that prepared plans are made anew.
 */
export async function hide(server: Server, { name, table }: JoblyIndex, hidden: boolean): Promise<void> {
  await server.rows(`UPDATE pg_index SET indisvalid = $2 WHERE indexrelid = $1::regclass`, [name, !hidden]);
  await server.rows(`UPDATE pg_class SET relname = relname WHERE oid = $1::regclass`, [table]);
}
