import type { Pool } from 'pg';
import { written } from './errors';
import { type Sql, sqlOver } from './sql';

/** Runs the statements of `work` as one: all of them happen, or none. */
export type Transaction = <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;

/** Transactions, each on one connection of the pool. */
export const transactionsOver =
  (pool: Pool): Transaction =>
  async (work) => {
    const connection = await pool.connect();
    let broken = false;
    try {
      await connection.query('BEGIN');
      const result = await work(sqlOver(connection));
      await written(connection.query('COMMIT'));
      return result;
    } catch (error) {
      await connection.query('ROLLBACK').catch(() => (broken = true));
      throw error;
    } finally {
      // A connection whose rollback failed is not given to anyone else.
      connection.release(broken);
    }
  };
