import { unavailable } from '@jobly/contracts';
import { BulkheadRejectedError, bulkhead, TaskCancelledError } from 'cockatiel';
import { isForeignKeyViolation } from './errors';
import type { Sql, Statement } from './sql';
import type { Transaction } from './transaction';

/**
 * Inserts a row that refers to something by key: returns the row, or null if there is no such thing, or if the statement
 * has nothing to insert. It never leaves a dangling reference, not even if the thing is being deleted at the same moment.
 */
export type InsertReferring<Key> = <Row>(key: Key, insertion: Statement) => Promise<Row | null>;

/** For a thing in the same database: the foreign key (named by `constraint`) does it all. */
export const byForeignKey =
  (sql: Sql, constraint: string): InsertReferring<unknown> =>
  async <Row>(_key: unknown, insertion: Statement) => {
    try {
      const [row] = await sql<Row>(insertion);
      return row ?? null;
    } catch (error) {
      if (isForeignKeyViolation(error, constraint)) return null;
      throw error;
    }
  };

/**
 * Whoever asks a neighbour holds a connection meanwhile. Of the five that a service has by default (`USERS_POOL`, …) two
 * stay free for what needs no neighbour, however long that takes to answer.
 */
const ASKING = 3;

/** Those who wait for their turn to ask; more are refused at once, and so is whoever has waited for too long by then (ms). */
const WAITING = 64;
const PATIENCE_MS = 1_000;

/**
 * For a thing that belongs to a neighbour: ask, then insert, both under a lock. Whoever deletes the rows that refer to
 * a deleted thing takes the same lock (`lockForClearing`). So if the thing is deleted after the answer, the row is
 * deleted after the insert.
 */
export function byAsking<Key>(
  transaction: Transaction,
  kind: string,
  exists: (key: Key) => Promise<boolean>,
): InsertReferring<Key> {
  const asking = bulkhead(ASKING, WAITING);

  const askAndInsert = <Row>(key: Key, insertion: Statement): Promise<Row | null> =>
    transaction(async (sql) => {
      await sql({
        name: 'lock-reference',
        text: `SELECT pg_advisory_xact_lock_shared(${lockOf('$1')})`,
        values: [`${kind}:${String(key)}`],
      });
      if (!(await exists(key))) return null;
      const [row] = await sql<Row>(insertion);
      return row ?? null;
    });

  return async (key, insertion) => {
    const patience = asking.executionSlots > 0 ? undefined : AbortSignal.timeout(PATIENCE_MS);
    try {
      return await asking.execute(() => askAndInsert(key, insertion), patience);
    } catch (error) {
      const isRefused = error instanceof BulkheadRejectedError || error instanceof TaskCancelledError;
      throw isRefused ? unavailable(`The owner of this ${kind}`, error) : error;
    }
  };
}

/** Advisory locks belong to the whole database, and another schema of it may be another stack's. */
const lockOf = (key: string) => `hashtextextended(${key}, hashtextextended(current_schema(), 0))`;

/** Waits for every `byAsking` under way for these keys, and holds up new ones until the transaction ends. */
export async function lockForClearing(sql: Sql, kind: string, keys: unknown[]): Promise<void> {
  await sql({
    name: 'lock-for-clearing',
    // Always in the same order; otherwise two of these could deadlock.
    text: `SELECT pg_advisory_xact_lock(lock)
           FROM (SELECT ${lockOf('key')} AS lock FROM unnest($1::text[]) AS key ORDER BY lock) AS locks`,
    values: [keys.map((key) => `${kind}:${String(key)}`)],
  });
}
