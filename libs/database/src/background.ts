import type { Pool, PoolClient } from 'pg';
import { type Sql, sqlOver } from './sql';

/** Runs each statement on a connection of its own, which is passed to `setApart` first. */
export function backgroundOver(pool: Pool, setApart: (connection: PoolClient) => void): Sql {
  return async (statement) => {
    const connection = await pool.connect();
    setApart(connection);
    let broken = true;
    try {
      const rows = await sqlOver(connection)<never>(statement);
      broken = false;
      return rows;
    } finally {
      // A statement that failed may still be under way.
      connection.release(broken);
    }
  };
}
