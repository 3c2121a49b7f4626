import type { Socket } from 'node:net';
import pg from 'pg';
import { carriedBy } from './carried';
import { now } from './clock';
import { caused, note } from './note';

type Query = (...call: unknown[]) => unknown;

/** Notes every round trip to a database, whether Prisma's or ours: all pass through a client of pg. */
export function noteStatements(): void {
  const { query } = pg.Client.prototype as unknown as { query: Query };
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...call: unknown[]) {
      const { connection, database = '' } = this;
      const [since, before] = [caused(), carriedBy(connection.stream as Socket)];
      // Ahead of pg's own listener, which may send the next statement at once.
      connection.prependOnceListener('readyForQuery', () => {
        note({
          kind: 'statement',
          ...since,
          end: now(),
          database,
          bytes: carriedBy(connection.stream as Socket) - before,
        });
      });
      return query.apply(this, call);
    },
  });
}
