import type { Sample, StackName } from '../../../../api/request';

/** The times of a stack, in the order in which they came (ms). */
export interface StackTimes {
  readonly stack: StackName;
  readonly times: readonly number[];
}

const ORDER: readonly StackName[] = ['monolith', 'soa', 'micro'];

/** Those that count, by stack. */
export const byStack = (samples: readonly Sample[]): StackTimes[] =>
  ORDER.map((stack) => ({
    stack,
    times: samples.filter((sample) => sample.stack === stack && !sample.isWarmUp).map(({ ms }) => ms),
  })).filter(({ times }) => times.length > 0);

/** Between −0.5 and 0.5; neighbours are far apart, and every drawing is the same (the golden ratio's multiples). */
export const jitter = (at: number): number => ((at * 0.618_033_988_75) % 1) - 0.5;

/** The curve of what share of the times is within each of them. */
export function sharesOf(times: readonly number[]): { ms: number; share: number }[] {
  const ascending = times.toSorted((one, other) => one - other);
  return ascending.map((ms, at) => ({ ms, share: (at + 1) / ascending.length }));
}
