import type { Interval } from '@jobly/lab/instrument';

/**
 * How a figure changed from one run to the next, with the interval that follows from those of the two, which are
 * independent (Zou & Donner, "Construction of confidence limits about effect measures", Statistics in Medicine 27, 2008).
 *
 * @param as ratios are divided by each other, differences subtracted
 */
export function changeBetween(first: Interval, next: Interval, as: 'ratio' | 'difference'): Interval {
  if (as === 'difference') return differenceBetween(first, next);
  const { estimate, low, high } = differenceBetween(mapped(first, Math.log), mapped(next, Math.log));
  return mapped({ ...next, estimate, low, high }, Math.exp);
}

function differenceBetween(first: Interval, next: Interval): Interval {
  const estimate = next.estimate - first.estimate;
  return {
    ...next,
    estimate,
    low: estimate - Math.hypot(next.estimate - next.low, first.high - first.estimate),
    high: estimate + Math.hypot(next.high - next.estimate, first.estimate - first.low),
  };
}

const mapped = (interval: Interval, map: (end: number) => number): Interval => ({
  ...interval,
  estimate: map(interval.estimate),
  low: map(interval.low),
  high: map(interval.high),
});
