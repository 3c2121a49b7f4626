import type { Sql } from './sql';
import { connectionTrouble } from './connection/trouble';
import { openPool } from './pool';
import { transactionsOver } from './transaction';

/** Inserts the first rows of a module's own tables. */
export type Seed = (sql: Sql) => Promise<void>;

/**
 * Seeds a database if its `table` is empty: with all seeds or with none. If several processes start together, only one
 * seeds. Rejects with a StartError.
 * @returns whether the database was empty.
 */
export async function seedOnce(url: string, table: 'companies' | 'jobs' | 'users', seeds: Seed[]): Promise<boolean> {
  const pool = openPool({ url, max: 1, name: 'seed' });
  try {
    return await transactionsOver(pool)(async (sql) => {
      await sql({ name: '', text: `SELECT pg_advisory_xact_lock(hashtextextended('seed', 0))`, values: [] });
      const rows = await sql({ name: '', text: `SELECT 1 FROM ${table} LIMIT 1`, values: [] });
      if (rows.length > 0) return false;
      for (const seed of seeds) await seed(sql);
      return true;
    });
  } catch (error) {
    throw connectionTrouble(url, error);
  } finally {
    await pool.end();
  }
}
