import type { Pool, PoolClient } from 'pg';

/** Runs some work and takes its time, until its promise settles. */
export type Timed = <T>(phase: 'db', work: () => T) => T;

type Method = (...args: unknown[]) => unknown;

/** Has `timed` run whatever waits for PostgreSQL: for a connection, or for a statement, be it Prisma's or ours. */
export function timePool(pool: Pool, timed: Timed): void {
  timeMethod(pool, 'connect', timed);
  timeMethod(pool, 'query', timed);
  // For transactions. Within the pool's own `query` it comes with a callback, so there is nothing to wait for here.
  pool.on('connect', (connection) => timeMethod(connection, 'query', timed));
}

/** Puts a method that takes the time in front of the object's own, whose overloads it leaves as they are. */
function timeMethod(object: Pool | PoolClient, name: 'connect' | 'query', timed: Timed): void {
  const methods = object as unknown as Record<typeof name, Method>;
  const method = methods[name].bind(object);
  methods[name] = (...args) => timed('db', () => method(...args));
}
