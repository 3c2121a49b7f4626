import { type ActiveSpan, currentSpan } from '@jobly/tracing';
import type { Pool, PoolClient } from 'pg';

type Method = (...args: unknown[]) => unknown;

/**
 * Gives every wait for PostgreSQL a span below the current one: for a connection, or for a statement, whether Prisma's or
 * ours. Compare timed-pool.ts. Spans have a statement's text, and never its values.
 */
export function tracePool(pool: Pool): void {
  traceMethod(pool, 'connect');
  traceMethod(pool, 'query');
  // For transactions. The pool's own `query` calls it with a callback, and has a span already.
  pool.on('connect', (connection) => traceMethod(connection, 'query'));
}

function traceMethod(object: Pool | PoolClient, name: 'connect' | 'query'): void {
  const methods = object as unknown as Record<typeof name, Method>;
  const method = methods[name].bind(object);
  methods[name] = (...args) => {
    const span = typeof args.at(-1) === 'function' ? undefined : currentSpan();
    return span ? during(spanBelow(span, name, args[0]), () => method(...args)) : method(...args);
  };
}

function spanBelow(span: ActiveSpan, name: 'connect' | 'query', given: unknown): ActiveSpan {
  if (name === 'connect') return span.child('CLIENT', 'wait for a connection', { 'db.system.name': 'postgresql' });
  const { text, name: called } = typeof given === 'string' ? { text: given } : (given as Sent);
  const [operation = 'statement'] = text.match(/\w+/) ?? [];
  // Prisma's statements are named after a hash of their text.
  const named = called?.startsWith('prisma_') ? undefined : called;
  return span.child('CLIENT', named || operation.toUpperCase(), {
    'db.system.name': 'postgresql',
    'db.query.text': text,
  });
}

interface Sent {
  text: string;
  name?: string;
}

async function during(span: ActiveSpan, work: () => unknown): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    span.fail(error);
    throw error;
  } finally {
    span.end();
  }
}
