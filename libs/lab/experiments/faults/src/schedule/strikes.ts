import type { Behaviour } from '@jobly/lab/instrument';

/** A way in which a part fails. */
export interface Strike {
  name: string;
  behaviour: Behaviour;
}

/** In the order of the tables; the first two are those of a quick run. */
export const strikes: readonly Strike[] = [
  { name: 'dead', behaviour: { kind: 'refusing' } },
  { name: 'frozen', behaviour: { kind: 'stalled' } },
  { name: 'vanished', behaviour: { kind: 'half-open' } },
  { name: '300 ms away', behaviour: { kind: 'slow', delayMs: 300, jitterMs: 100 } },
  { name: 'behind 20 kB/s', behaviour: { kind: 'narrow', bytesPerSecond: 20_000 } },
];

/** When a fault begins and ends, and how long is watched in all (ms). */
export const SCHEDULE = { beginsMs: 2_000, endsMs: 6_000, watchedMs: 11_000 };
