/** One offered rate (requests/s), and the p99 at it, in ms. */
export interface Rung {
  rate: number;
  p99: number;
}

/** A rate, or the end of the offered rates beyond which it lies. */
export interface HighestRate {
  rate: number;
  beyond: 'below' | 'above' | null;
}

/** The name of the metric in comparisons between arms. */
export const highestRateMetric = (limitMs: number) => `highest rate with p99 ≤ ${limitMs} ms`;

/**
 * The highest rate at which p99 stays within the limit: where the line through the measured points crosses it first,
 * with p99 on a logarithmic scale. It lies below the lowest offered rate if even that exceeds the limit, and above the
 * highest one if none does: the data is censored there, and must not be dropped.
 *
 * @throws RangeError for no rates at all
 */
export function highestRate(rungs: readonly Rung[], limitMs: number): HighestRate {
  if (rungs.length === 0) throw new RangeError('The highest rate of none');
  const ascending = rungs.toSorted((one, other) => one.rate - other.rate);
  const over = ascending.findIndex(({ p99 }) => p99 > limitMs);
  if (over === -1) return { rate: ascending.at(-1)!.rate, beyond: 'above' };
  const [below, above] = [ascending[over - 1], ascending[over]!];
  if (!below) return { rate: above.rate, beyond: 'below' };
  const way = Math.log(limitMs / below.p99) / Math.log(above.p99 / below.p99);
  return { rate: below.rate + way * (above.rate - below.rate), beyond: null };
}
