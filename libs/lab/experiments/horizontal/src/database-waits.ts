import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { databaseUrl } from '@jobly/lab/system-under-test';

/** Statements in the database at one moment, on average. */
export interface InDatabase {
  running: number;
  /** For locks, for the disk, for another: for anything but their client. */
  waiting: number;
}

const EVERY_MS = 50;

/** https://www.postgresql.org/docs/current/monitoring-stats.html#WAIT-EVENT-TABLE */
const STATEMENT = `
  SELECT count(*) FILTER (WHERE wait_event_type IS NULL)::integer AS running,
         count(*) FILTER (WHERE wait_event_type <> 'Client')::integer AS waiting
    FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid()`;

/** Looks at the database again and again while something goes on. */
export async function watchDatabase<T>(
  postgres: { url: string },
  during: () => Promise<T>,
): Promise<{ result: T; inDatabase: InDatabase }> {
  const client = new pg.Client({ connectionString: databaseUrl(postgres, 'postgres') });
  await client.connect();
  const seen: InDatabase[] = [];
  const over = new AbortController();
  const look = async () => {
    while (!over.signal.aborted) {
      seen.push((await client.query<InDatabase>(STATEMENT)).rows[0]!);
      await delay(EVERY_MS, undefined, { signal: over.signal }).catch(() => {});
    }
  };
  const looking = look();
  try {
    const result = await during();
    over.abort();
    await looking;
    const mean = (of: keyof InDatabase) => seen.reduce((sum, one) => sum + one[of], 0) / Math.max(1, seen.length);
    return { result, inDatabase: { running: mean('running'), waiting: mean('waiting') } };
  } finally {
    over.abort();
    await looking.catch(() => {});
    await client.end();
  }
}
