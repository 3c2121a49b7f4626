import { StartError } from '@jobly/contracts';
import pg from 'pg';
import { describeDatabase } from './description';

/** A pooler may have lent a connection to another client in between. */
const ATTEMPTS = 5;

/**
 * Ensures that a connection has a server process to itself: prepared statements, search paths, locks and LISTEN belong
 * to one process, and transaction poolers lend the same process to many clients.
 * @throws StartError if a pooler does that. https://www.pgbouncer.org/features.html
 */
export async function requireSessions(url: string, pool: pg.Pool, config: pg.ClientConfig): Promise<void> {
  const connection = await pool.connect();
  try {
    // If these differ, a pooler has answered in PostgreSQL's name.
    const announced: unknown = Reflect.get(connection, 'processID');
    if ((await serverProcessOf(connection)) !== announced && (await shares(connection, config))) {
      throw new StartError(
        `Cannot use ${describeDatabase(url)}: a pooler lends its connections for a transaction at a time; ` +
          `have it keep sessions (pool_mode = session of PgBouncer), or give the address of PostgreSQL itself.`,
      );
    }
  } finally {
    connection.release();
  }
}

/**
 * Whether a second client gets one of the processes of the first, which is still connected, or one client gets several.
 */
async function shares(first: pg.ClientBase, config: pg.ClientConfig): Promise<boolean> {
  const second = new pg.Client(config);
  second.on('error', () => {}); // the statement under way reports it
  await second.connect();
  try {
    const pairs = new Set<string>();
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const processes = [await serverProcessOf(first), await serverProcessOf(second)];
      if (processes[0] === processes[1]) return true;
      pairs.add(String(processes));
    }
    return pairs.size > 1;
  } finally {
    await second.end();
  }
}

async function serverProcessOf(connection: pg.ClientBase): Promise<unknown> {
  const { rows } = await connection.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]?.pid;
}
