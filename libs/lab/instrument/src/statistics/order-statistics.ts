import type { Interval } from './bootstrap';

/**
 * A quantile of independent values with the interval between two of them that holds it whatever their distribution: the
 * number of values below the true quantile is binomial (Conover, "Practical Nonparametric Statistics", 3.2). It is
 * unbounded where the values are too few.
 * @param share of the values that do not exceed the quantile: 0.5 for the median
 */
export function quantileInterval(values: readonly number[], share: number, confidence = 0.95): Interval {
  const ascending = values.toSorted((one, other) => one - other);
  const below = cumulativeBinomial(values.length, share);
  const beyond = (1 - confidence) / 2;
  // Below the value of rank r lies the quantile if fewer than r values lie below it.
  const low = below.findLastIndex((chance) => chance <= beyond);
  const high = below.findIndex((chance) => chance >= 1 - beyond);
  return {
    estimate: ascending[Math.max(0, Math.ceil(share * values.length) - 1)] ?? NaN,
    low: ascending[low] ?? -Infinity,
    high: ascending[high] ?? Infinity,
  };
}

/** The chances of at most 0, 1, 2, … successes; summed from logarithms, because the first ones may be too small. */
function cumulativeBinomial(count: number, share: number): number[] {
  let [log, sum] = [count * Math.log1p(-share), 0];
  return Array.from({ length: count + 1 }, (_, successes) => {
    if (successes > 0) log += Math.log(((count - successes + 1) / successes) * (share / (1 - share)));
    return (sum += Math.exp(log));
  });
}
