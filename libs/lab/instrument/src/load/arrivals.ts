import type { Random } from '../statistics/random';

export type ArrivalProcess = 'constant' | 'poisson';

export interface Arrivals {
  process: ArrivalProcess;
  /** Requests per second. */
  rate: number;
  durationMs: number;
  leadInMs: number;
}

/**
 * The due times of requests, in ms: ascending from `-leadInMs` to `durationMs`.
 *
 * Their number is fixed: `rate × time`, at least one. Given their number, the arrivals of a Poisson process are
 * independent and uniform over the time. So this is a Poisson process without the variance of the number, which would
 * only add noise between blocks.
 */
export function dueTimes({ process, rate, durationMs, leadInMs }: Arrivals, random: Random): Float64Array {
  const spread = process === 'constant' ? evenly : uniformly;
  return Float64Array.from([
    ...spread(-leadInMs, 0, countIn(leadInMs, rate), random),
    ...spread(0, durationMs, Math.max(1, countIn(durationMs, rate)), random),
  ]);
}

/** The number of requests that fall due in this time. */
export const countIn = (milliseconds: number, rate: number) => Math.round((milliseconds / 1_000) * rate);

/** From a random phase, so that constant arrivals do not march in step with a timer of the server. */
function evenly(from: number, to: number, count: number, random: Random): number[] {
  const phase = random();
  return Array.from({ length: count }, (_, index) => from + ((index + phase) / count) * (to - from));
}

function uniformly(from: number, to: number, count: number, random: Random): number[] {
  return Array.from({ length: count }, () => from + random() * (to - from)).sort((a, b) => a - b);
}
