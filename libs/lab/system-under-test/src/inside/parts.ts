import type { ProcessTime } from './server-timing';

/** What the time of a request can go to, in the order of a waterfall. */
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
 * Divides the time a client waited (ms) by what the processes say of theirs. The parts add up to it.
 * - `client and first hop`: what the first process knows nothing of
 * - `gateway` and `application`: what these processes do themselves
 * - `hops`: between a process that waits for a neighbour and the neighbour's own total; client libraries included
 * - `remainder`: below 0 where neighbours were asked at the same time, for then each of their totals is in the parts
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
