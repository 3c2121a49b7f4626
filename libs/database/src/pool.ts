import pg from 'pg';
import { readConnectionUrl } from './connection/url';
import type { Sql } from './sql';

interface PoolOptions {
  url: string;
  /** The most connections. */
  max: number;
  /** PostgreSQL's `application_name`. */
  name: string;
  /** Whether changes of shared records are recorded as events, by the database's triggers. */
  recordsChanges?: boolean | undefined;
}

const CONNECT_TIMEOUT_MS = 2_000;
const STATEMENT_TIMEOUT_MS = 5_000;

/**
 * A connection pool that fails within seconds instead of hanging, whatever the server or the network does.
 * @throws StartError for a URL that asks for something that is not available.
 */
export function openPool({ url, max, name, recordsChanges = false }: PoolOptions): pg.Pool {
  const { config, schema } = readConnectionUrl(url);
  const pool = new pg.Pool({
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    ...config,
    max,
    application_name: name,
    // Later than the server's own limit: the client's is for a server that no longer answers, and costs the connection.
    query_timeout: STATEMENT_TIMEOUT_MS + 500,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- it is waited for, which the types do not say
    onConnect: (connection) => setUp(connection, schema, recordsChanges),
  });
  // Without listeners, the death of a connection, idle or held by a transaction, would end the process. The pool
  // replaces it by itself, and its holder learns of it from the next statement.
  pool.on('error', () => {});
  pool.on('connect', (connection) => connection.on('error', () => {}));
  return pool;
}

/** By a statement, because PgBouncer rejects it as a startup parameter. */
const setUp = (connection: pg.ClientBase, schema: string, recordsChanges: boolean) =>
  connection.query(
    `SET search_path TO ${pg.escapeIdentifier(schema)};
     SET jobly.records_changes TO ${recordsChanges ? 'on' : 'off'};
     SET statement_timeout TO ${STATEMENT_TIMEOUT_MS};
     SET idle_in_transaction_session_timeout TO ${2 * STATEMENT_TIMEOUT_MS}`,
  );

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
