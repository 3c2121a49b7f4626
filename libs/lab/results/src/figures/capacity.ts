import { type Interval, isBounded, meanInterval, merged, type Pair, ratioOf } from '@jobly/lab/instrument';
import type { MeasuredBlock } from '../measured';

/** One offered rate, and the p99 at it, in ms. */
interface Rung {
  rate: number;
  p99: number;
}

/** The name of the metric in comparisons between arms. */
export const highestRateMetric = (limitMs: number) => `highest rate with p99 ≤ ${limitMs} ms`;

/**
 * The highest rate at which p99 stays within the limit: the point where the line through the measured points crosses
 * it, with p99 on a logarithmic scale. Undefined if even the lowest rate exceeds the limit; the highest rate if none
 * does.
 */
export function highestRate(rungs: readonly Rung[], limitMs: number): number | undefined {
  const ascending = rungs.toSorted((one, other) => one.rate - other.rate);
  const over = ascending.findIndex(({ p99 }) => p99 > limitMs);
  if (over === -1) return ascending.at(-1)?.rate;
  const [below, above] = [ascending[over - 1], ascending[over]!];
  if (!below) return undefined;
  const way = Math.log(limitMs / below.p99) / Math.log(above.p99 / below.p99);
  return below.rate + way * (above.rate - below.rate);
}

/** The highest rate of one arm in every pair of blocks, from the cases that differ only in their rate. */
export function highestRates(
  blocks: readonly MeasuredBlock[],
  cases: readonly string[],
  arm: string,
  limitMs: number,
): Map<number, number> {
  const ofArm = blocks.filter((block) => block.arm === arm && cases.includes(block.workload));
  const byPair = [...Map.groupBy(ofArm, ({ pair }) => pair)];
  return new Map(
    byPair.flatMap(([pair, ofPair]) => {
      const rungs = ofPair.map(({ offered, result }) => ({
        rate: offered!,
        p99: merged([result.response]).valueAt(99),
      }));
      const highest = rungs.length === cases.length ? highestRate(rungs, limitMs) : undefined;
      return highest === undefined ? [] : [[pair, highest] as const];
    }),
  );
}

/** Fewer pairs make an interval that nobody should rely on. */
const FEWEST_PAIRS = 4;

/** The highest rate with its interval over pairs of blocks; undefined if too few are complete, or too much alike. */
export function capacityOf(rates: ReadonlyMap<number, number>, seed: number): Interval | undefined {
  if (rates.size < FEWEST_PAIRS) return undefined;
  // Computed on logarithms, like a ratio, because a rate cannot be negative.
  const { estimate, low, high } = meanInterval([...rates.values()].map(Math.log), { seed });
  const interval = { estimate: Math.exp(estimate), low: Math.exp(low), high: Math.exp(high) };
  return isBounded(interval) ? interval : undefined;
}

/** The ratio of two arms' highest rates. */
export function capacityRatio(
  base: ReadonlyMap<number, number>,
  other: ReadonlyMap<number, number>,
  seed: number,
): { interval: Interval; blocks: number } | undefined {
  const pairs = [...base].flatMap(([pair, rate]): Pair[] => {
    const beside = other.get(pair);
    return beside === undefined ? [] : [{ base: rate, other: beside }];
  });
  if (pairs.length < FEWEST_PAIRS) return undefined;
  const interval = ratioOf(pairs, { seed });
  return isBounded(interval) ? { interval, blocks: pairs.length } : undefined;
}
