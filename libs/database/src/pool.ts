import pg from 'pg';
import type { Sql } from './sql';

interface PoolOptions {
  url: string;
  /** Connections at most. */
  max: number;
  /** What PostgreSQL shows as `application_name`. */
  name: string;
}

const CONNECT_TIMEOUT_MS = 2_000;
const STATEMENT_TIMEOUT_MS = 5_000;

/** A connection pool that fails within seconds instead of hanging, whatever the server or the network does. */
export function openPool({ url, max, name }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: name,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    // Later than the server's own limit: the client's is for a server that no longer answers, and costs the connection.
    query_timeout: STATEMENT_TIMEOUT_MS + 500,
    idle_in_transaction_session_timeout: 2 * STATEMENT_TIMEOUT_MS,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
  });
  // Without listeners, the death of a connection, idle or held by a transaction, would end the process. The pool
  // replaces it by itself, and whoever holds it learns of it from the next statement.
  pool.on('error', () => {});
  pool.on('connect', (connection) => connection.on('error', () => {}));
  return pool;
}

/** Asks for one answer within a second; rejects if there is none. */
export async function ping(sql: Sql): Promise<void> {
  const tooLate = Promise.withResolvers<never>();
  const timer = setTimeout(() => tooLate.reject(new Error('The database did not answer within 1 s')), 1_000);
  try {
    await Promise.race([sql({ name: 'ping', text: 'SELECT 1', values: [] }), tooLate.promise]);
  } finally {
    clearTimeout(timer);
  }
}
