import type { Sql } from './sql';
import { connectionTrouble } from './connection/trouble';
import { openPool } from './pool';
import { transactionsOver } from './transaction';

/** Puts the first rows into some tables; each module has those of its own. */
export type Seed = (sql: Sql) => Promise<void>;

/**
 * Fills a database that is empty, as its `table` shows: with all seeds or with none. Processes that start together do
 * it once. Rejects with a StartError.
 * @returns whether it was empty.
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
