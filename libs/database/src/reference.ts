import { isForeignKeyViolation } from './errors';
import type { Sql, Statement } from './sql';
import type { Transaction } from './transaction';

/**
 * Inserts a row that refers to something by key: the row, or null where there is no such thing. Never leaves a row
 * that refers to nothing, not even when the thing is being deleted at this moment.
 */
export type InsertReferring<Key> = <Row>(key: Key, insertion: Statement) => Promise<Row | null>;

/** Where the thing is a row in this database, the foreign key (named by `constraint`) does it all. */
export const byForeignKey =
  (sql: Sql, constraint: string): InsertReferring<unknown> =>
  async <Row>(_key: unknown, insertion: Statement) => {
    try {
      const [row] = await sql<Row>(insertion);
      return row!;
    } catch (error) {
      if (isForeignKeyViolation(error, constraint)) return null;
      throw error;
    }
  };

/**
 * Where the thing belongs to a neighbour: ask, then insert, under a lock that whoever clears away what refers to a
 * deleted thing takes as well (`lockForClearing`). So a thing deleted after the answer is cleared away after the insert.
 */
export const byAsking =
  <Key>(transaction: Transaction, kind: string, exists: (key: Key) => Promise<boolean>): InsertReferring<Key> =>
  <Row>(key: Key, insertion: Statement) =>
    transaction(async (sql) => {
      await sql({
        name: 'lock-reference',
        text: `SELECT pg_advisory_xact_lock_shared(${lockOf('$1')})`,
        values: [`${kind}:${String(key)}`],
      });
      if (!(await exists(key))) return null;
      const [row] = await sql<Row>(insertion);
      return row!;
    });

/** Advisory locks are the whole database's, and another schema of it may be another stack's. */
const lockOf = (key: string) => `hashtextextended(${key}, hashtextextended(current_schema(), 0))`;

/** Waits for every `byAsking` under way for these keys, and holds up new ones until the transaction ends. */
export async function lockForClearing(sql: Sql, kind: string, keys: unknown[]): Promise<void> {
  await sql({
    name: 'lock-for-clearing',
    // In one order everywhere, or two of these could wait for each other.
    text: `SELECT pg_advisory_xact_lock(lock)
           FROM (SELECT ${lockOf('key')} AS lock FROM unnest($1::text[]) AS key ORDER BY lock) AS locks`,
    values: [keys.map((key) => `${kind}:${String(key)}`)],
  });
}
