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
 * When requests are due, in ms: ascending from `-leadInMs` to `durationMs`.
 *
 * The number is fixed, `rate × time` and at least one. Arrivals of a Poisson process are, given their number, independent and uniform
 * over the time; so this is one without the spread of the number, which would only add noise between blocks.
 */
export function dueTimes({ process, rate, durationMs, leadInMs }: Arrivals, random: Random): Float64Array {
  const spread = process === 'constant' ? evenly : uniformly;
  return Float64Array.from([
    ...spread(-leadInMs, 0, countIn(leadInMs, rate), random),
    ...spread(0, durationMs, Math.max(1, countIn(durationMs, rate)), random),
  ]);
}

/** How many requests fall due in so much time. */
export const countIn = (milliseconds: number, rate: number) => Math.round((milliseconds / 1_000) * rate);

/** From a random phase, so that constant arrivals do not march in step with a timer of the server. */
function evenly(from: number, to: number, count: number, random: Random): number[] {
  const phase = random();
  return Array.from({ length: count }, (_, index) => from + ((index + phase) / count) * (to - from));
}

function uniformly(from: number, to: number, count: number, random: Random): number[] {
  return Array.from({ length: count }, () => from + random() * (to - from)).sort((a, b) => a - b);
}
