import { type Random, shuffled } from '../statistics/random';
import { STALL_EVERY_MS, STALL_MS } from './delay-server';

/** A server of known delay: the request to send, and the true percentiles, in ms. */
export interface KnownServer {
  name: string;
  paths: (count: number, random: Random) => string[];
  truth: { percentile: 50 | 95 | 99; ms: number }[];
}

const MEAN_MS = 20;

/** The share of requests that fall into a stall. */
const STALLED = STALL_MS / STALL_EVERY_MS;

const percentilesOf = (delayAt: (share: number) => number): KnownServer['truth'] =>
  ([50, 95, 99] as const).map((percentile) => ({ percentile, ms: delayAt(percentile / 100) }));

const exponential = (share: number) => -MEAN_MS * Math.log(1 - share);

/** Every answer takes the same time. */
export const fixed: KnownServer = {
  name: 'fixed, 50 ms',
  paths: (count) => Array<string>(count).fill('/delay/50'),
  truth: percentilesOf(() => 50),
};

/**
 * The delays are the distribution's own quantiles in random order, so that the sample matches the distribution exactly.
 */
export const exponentialDelays: KnownServer = {
  name: `exponential, mean ${MEAN_MS} ms`,
  paths: (count, random) =>
    shuffled(random, [...Array(count).keys()]).map((rank) => `/delay/${exponential((rank + 0.5) / count).toFixed(3)}`),
  truth: percentilesOf(exponential),
};

/** A request during a stall waits for the rest of it, which is uniform between 0 and its length. */
export const stalling: KnownServer = {
  name: `stalls ${STALL_MS} ms every ${STALL_EVERY_MS / 1_000} s`,
  paths: (count) => Array<string>(count).fill('/stall'),
  truth: percentilesOf((share) => Math.max(0, 1 - (1 - share) / STALLED) * STALL_MS),
};

/** No delay at all, to measure HTTP itself and the generator's highest rate. */
export const immediate: KnownServer = {
  name: 'answers at once',
  paths: (count) => Array<string>(count).fill('/now'),
  truth: [],
};
