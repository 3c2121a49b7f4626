import { Failure, messageOf } from '@jobly/lab/instrument';
import { asAdministrator, databaseUrl } from '@jobly/lab/system-under-test';
import pg from 'pg';

/** A connection to a database; every result is an array of rows. */
export interface Server {
  rows<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/**
 * Plans show what an index does: they are neither spread over processes nor compiled, and a prepared one is the same for
 * every key.
 */
const SETTINGS = `SET max_parallel_workers_per_gather = 0; SET max_parallel_maintenance_workers = 0; SET jit = off;
                  SET plan_cache_mode = force_generic_plan; SET maintenance_work_mem = '256MB'`;

/** Connects to a database; what is being executed when the run is interrupted is cancelled. */
export async function connectTo(postgres: { url: string }, database: string, signal: AbortSignal): Promise<Server> {
  const client = new pg.Client({ connectionString: databaseUrl(postgres, database) });
  client.on('error', () => {}); // the statement under way reports it
  await client.connect();
  await client.query(SETTINGS);
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const cancel = () => void asAdministrator(postgres, [`SELECT pg_cancel_backend(${rows[0]!.pid})`]).catch(() => {});
  signal.addEventListener('abort', cancel);
  return {
    async rows<Row>(text: string, values: unknown[] = []) {
      signal.throwIfAborted();
      const result = await client.query(text, values).catch((error: unknown) => {
        signal.throwIfAborted();
        throw isDiskFull(error) ? new Failure(FULL) : error;
      });
      return result.rows as Row[];
    },
    async close() {
      signal.removeEventListener('abort', cancel);
      await client.end();
    },
  };
}

const FULL = 'The disk is full: make room where the system keeps temporary files, or set TMPDIR to a larger disk.';

const isDiskFull = (error: unknown) =>
  (error as { code?: string }).code === '53100' || /No space left on device/.test(messageOf(error));
