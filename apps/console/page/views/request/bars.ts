import type { Account } from '../../../api/request';

/** The parts of a bar; their colours are those of the reports. */
export type SegmentKind = 'client' | 'hop' | 'auth' | 'db' | 'json' | 'gateway' | 'application' | 'waiting';

export interface Segment {
  readonly kind: SegmentKind;
  /** From the beginning of the request (ms). */
  readonly begin: number;
  readonly ms: number;
}

/** One process, or the client, on the time axis (ms). */
export interface Bar {
  readonly name: string;
  readonly depth: number;
  readonly begin: number;
  readonly ms: number;
  readonly segments: readonly Segment[];
}

/**
 * The bars of a request, each below the one that waits for it. A process says how long it took for what, and not when:
 * so its own work is drawn first, then what it waits for, and the neighbour's bar in the middle of that wait.
 */
export function barsOf(clientMs: number, account: Account): Bar[] {
  const outside = Math.max(0, clientMs - account.total) / 2;
  const client: Bar = {
    ...{ name: 'client', depth: 0, begin: 0, ms: clientMs },
    segments: [
      { kind: 'client', begin: 0, ms: outside },
      { kind: 'waiting', begin: outside, ms: clientMs - 2 * outside },
      { kind: 'client', begin: clientMs - outside, ms: outside },
    ],
  };
  return [client, ...processBars(account, outside, 1)];
}

function processBars({ name, total, phases, neighbours }: Account, begin: number, depth: number): Bar[] {
  const { auth, db, json, downstream } = phases;
  const own = Math.max(0, total - auth - db - json - downstream);
  const segments = inARow(begin, [
    ['auth', auth],
    [name === 'gateway' ? 'gateway' : 'application', own],
    ['db', db],
    ['json', json],
  ]);
  const waitsFrom = begin + auth + own + db + json;
  const waited = neighbours.reduce((sum, neighbour) => sum + neighbour.total, 0);
  const hop = Math.max(0, downstream - waited) / 2;
  const wait: Segment[] = inARow(waitsFrom, [
    ['hop', hop],
    ['waiting', downstream - 2 * hop],
    ['hop', hop],
  ]);
  let next = waitsFrom + hop;
  const below = neighbours.flatMap((neighbour) => {
    const bars = processBars(neighbour, next, depth + 1);
    next += neighbour.total;
    return bars;
  });
  return [{ name, depth, begin, ms: total, segments: [...segments, ...wait] }, ...below];
}

function inARow(begin: number, parts: readonly (readonly [SegmentKind, number])[]): Segment[] {
  let next = begin;
  return parts.flatMap(([kind, ms]) => {
    const segment = { kind, begin: next, ms };
    next += ms;
    return ms > 0 ? [segment] : [];
  });
}

/** Round numbers from 0 to a most, about five of them. */
export function ticksUpTo(most: number): number[] {
  const rough = most / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough)!;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => Number((at * step).toPrecision(6)));
}
