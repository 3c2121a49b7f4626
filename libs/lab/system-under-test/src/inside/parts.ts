import type { ProcessTime } from './server-timing';

/** The parts of a request's time, in the order of a waterfall. */
export const PARTS = [
  'client and first hop',
  'gateway',
  'hops',
  'serialisation',
  'authentication',
  'database',
  'application',
  'remainder',
] as const;

export type Parts = Record<(typeof PARTS)[number], number>;

/**
 * Divides the time that a client waited (ms) by the processes' accounts of theirs. The parts add up to it.
 * - `client and first hop`: the time outside the first process
 * - `gateway` and `application`: the work of these processes themselves
 * - `hops`: the difference between a process's wait for a neighbour and the neighbour's own total; client libraries
 *   included
 * - `remainder`: negative if neighbours were asked concurrently, because the parts include each of their totals
 */
export function partsOf(clientMs: number, first: ProcessTime): Parts {
  const parts = Object.fromEntries(PARTS.map((part) => [part, 0])) as Parts;
  parts['client and first hop'] = clientMs - first.total;
  add(first, parts);
  return parts;
}

function add({ name, total, phases, neighbours }: ProcessTime, parts: Parts): void {
  const { downstream, db, auth, json } = phases;
  const between = downstream - neighbours.reduce((sum, neighbour) => sum + neighbour.total, 0);
  parts.hops += Math.max(0, between);
  parts.remainder += Math.min(0, between);
  parts.database += db;
  parts.authentication += auth;
  parts.serialisation += json;
  parts[name === 'gateway' ? 'gateway' : 'application'] += total - downstream - db - auth - json;
  for (const neighbour of neighbours) add(neighbour, parts);
}
