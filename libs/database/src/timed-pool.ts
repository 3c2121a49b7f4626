import type { Pool, PoolClient } from 'pg';

/** Runs some work and measures its time, until its promise settles. */
export type Timed = <T>(phase: 'db', work: () => T) => T;

type Method = (...args: unknown[]) => unknown;

/** Has `timed` wrap every wait for PostgreSQL: for a connection, or for a statement, whether Prisma's or ours. */
export function timePool(pool: Pool, timed: Timed): void {
  timeMethod(pool, 'connect', timed);
  timeMethod(pool, 'query', timed);
  // For transactions. The pool's own `query` calls it with a callback, so there is nothing to await here.
  pool.on('connect', (connection) => timeMethod(connection, 'query', timed));
}

/** Wraps a method so that it is timed; the original's overloads are unchanged. */
function timeMethod(object: Pool | PoolClient, name: 'connect' | 'query', timed: Timed): void {
  const methods = object as unknown as Record<typeof name, Method>;
  const method = methods[name].bind(object);
  methods[name] = (...args) => timed('db', () => method(...args));
}
