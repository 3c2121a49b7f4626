import type { Pool, PoolClient } from 'pg';
import { type Sql, sqlOver } from './sql';

/** Single statements on a connection each, which `setApart` is shown first. */
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
