import type { Interval, IntervalOptions } from './bootstrap';
import { launchInterval } from './launches';

/** The figure of two blocks that ran side by side, in one launch of the stacks. */
export interface Pair {
  base: number;
  other: number;
  launch: number;
}

/**
 * The ratio `other ÷ base`, as the geometric mean over pairs with its interval. In logarithms, twice as slow and twice
 * as fast are equally far from 1.
 */
export function ratioOf(pairs: readonly Pair[], options?: IntervalOptions): Interval {
  const logs = launchInterval(
    pairs.map(({ base, other, launch }) => ({ value: Math.log(other / base), launch })),
    options,
  );
  return { estimate: Math.exp(logs.estimate), low: Math.exp(logs.low), high: Math.exp(logs.high) };
}

/** `other` minus `base`, as the mean over pairs with its interval. */
export const differenceOf = (pairs: readonly Pair[], options?: IntervalOptions): Interval =>
  launchInterval(
    pairs.map(({ base, other, launch }) => ({ value: other - base, launch })),
    options,
  );

/** Whether the interval rules out this value. */
export const excludes = ({ low, high }: Interval, value: number) => value < low || value > high;
