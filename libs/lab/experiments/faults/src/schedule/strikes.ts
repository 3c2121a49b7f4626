import type { Behaviour } from '@jobly/lab/instrument';

/** A way in which the network to a part fails. */
export interface Strike {
  name: string;
  behaviour: Behaviour;
  /** Whether the part is out meanwhile, rather than hard to reach. */
  isOutage: boolean;
}

/** In the order of the tables; the first two are those of a quick run. */
export const strikes: readonly Strike[] = [
  { name: 'dead', behaviour: { kind: 'refusing' }, isOutage: true },
  { name: 'frozen', behaviour: { kind: 'stalled' }, isOutage: true },
  { name: 'vanished', behaviour: { kind: 'half-open' }, isOutage: true },
  { name: '300 ms away', behaviour: { kind: 'slow', delayMs: 300, jitterMs: 100 }, isOutage: false },
  { name: 'behind 20 kB/s', behaviour: { kind: 'narrow', bytesPerSecond: 20_000 }, isOutage: false },
];

/** How long a user waits; what is answered later is no use to anybody (ms). */
export const PATIENCE_MS = 1_000;

/** When a fault begins and ends, and how long is watched in all (ms). */
export const SCHEDULE = { beginsMs: 1_500, endsMs: 5_000, watchedMs: 8_000 };
