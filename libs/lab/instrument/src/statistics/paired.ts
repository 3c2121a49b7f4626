import { type BootstrapOptions, type Interval, meanInterval } from './bootstrap';

/** The figure of two blocks that ran side by side. */
export interface Pair {
  base: number;
  other: number;
}

/**
 * The ratio `other ÷ base`, as the geometric mean over pairs with its interval. In logarithms, twice as slow and twice
 * as fast are equally far from 1.
 */
export function ratioOf(pairs: readonly Pair[], options?: BootstrapOptions): Interval {
  const logs = meanInterval(
    pairs.map(({ base, other }) => Math.log(other / base)),
    options,
  );
  return { estimate: Math.exp(logs.estimate), low: Math.exp(logs.low), high: Math.exp(logs.high) };
}

/** `other` minus `base`, as the mean over pairs with its interval. */
export function differenceOf(pairs: readonly Pair[], options?: BootstrapOptions): Interval {
  return meanInterval(
    pairs.map(({ base, other }) => other - base),
    options,
  );
}

/** Whether the interval rules out this value. */
export const excludes = ({ low, high }: Interval, value: number) => value < low || value > high;
