import { expandedTail, type Interval, pick, quantile, seededRandom } from '@jobly/lab/instrument';
import { highestRate, type HighestRate } from './highest-rate';
import type { Bound } from './lower-bound';
import type { Ladder } from './pooled-tails';

/** The highest rate (requests/s) at which p99 stays within a limit, with its interval over pairs of blocks. */
export interface Capacity {
  estimate: number;
  /** Null where it lies below the lowest rate that was offered. */
  low: number | null;
  /** Null where it lies above the highest rate that was offered. */
  high: number | null;
  /** Set if the estimate itself is the end of the offered rates. */
  bound: Bound | null;
}

/** Fewer pairs make an interval that nobody should rely on. */
const FEWEST_PAIRS = 4;

const RESAMPLES = 4_000;

/**
 * The capacity of one arm. The estimate is of all blocks together, so it agrees with the p99 that is printed for them.
 * The interval is the expanded percentile interval over resampled launches and pairs (see `expandedTail`), which takes
 * censored resamples as what they are: beyond all others. Undefined if too few pairs are complete.
 */
export function capacityOf({ launches, pooled }: Ladder, limitMs: number, seed: number): Capacity | undefined {
  if (launches.flat().length < FEWEST_PAIRS) return undefined;
  const rateOf = (chosen: readonly number[]) => highestRate(pooled(chosen), limitMs);
  const drawn = resampled(launches, seed).map(rateOf);
  const [low, high] = endsOf(drawn.map(leastOf), drawn.map(mostOf), unitsIn(launches));
  const { rate, beyond } = rateOf(launches.flat());
  const bound = beyond && (beyond === 'above' ? 'at least' : 'at most');
  return { estimate: rate, low: low > 0 ? low : null, high: Number.isFinite(high) ? high : null, bound };
}

/** The ratio of two arms' capacities; undefined if too few pairs are complete, or an end of the interval is censored. */
export function capacityRatio(
  base: Ladder,
  other: Ladder,
  limitMs: number,
  seed: number,
): { interval: Interval; blocks: number } | undefined {
  const others = new Set(other.launches.flat());
  const launches = base.launches
    .map((pairs) => pairs.filter((pair) => others.has(pair)))
    .filter(({ length }) => length);
  const pairs = launches.flat();
  if (pairs.length < FEWEST_PAIRS) return undefined;
  const ratesOf = (chosen: readonly number[]) => ({
    below: highestRate(base.pooled(chosen), limitMs),
    above: highestRate(other.pooled(chosen), limitMs),
  });
  const drawn = resampled(launches, seed).map(ratesOf);
  const [low, high] = endsOf(
    drawn.map(({ below, above }) => leastOf(above) / mostOf(below)),
    drawn.map(({ below, above }) => mostOf(above) / leastOf(below)),
    unitsIn(launches),
  );
  const { below, above } = ratesOf(pairs);
  if (below.beyond || above.beyond || !(low > 0) || !Number.isFinite(high)) return undefined;
  return { interval: { estimate: above.rate / below.rate, low, high }, blocks: pairs.length };
}

const leastOf = ({ rate, beyond }: HighestRate) => (beyond === 'below' ? 0 : rate);

const mostOf = ({ rate, beyond }: HighestRate) => (beyond === 'above' ? Infinity : rate);

/**
 * Draws with replacement: as many launches as there are, and as many pairs of each; of a single launch its pairs, which
 * then are the units.
 */
function resampled(launches: readonly (readonly number[])[], seed: number): number[][] {
  const random = seededRandom(seed);
  const draw = <T>(items: readonly T[]): T[] => items.map(() => pick(random, items));
  return Array.from({ length: RESAMPLES }, () => draw(launches).flatMap(draw));
}

const unitsIn = (launches: readonly (readonly number[])[]) =>
  launches.length > 1 ? launches.length : launches.flat().length;

function endsOf(least: readonly number[], most: readonly number[], units: number): [low: number, high: number] {
  const tail = expandedTail(units, 0.95);
  return [quantile(Float64Array.from(least).sort(), tail), quantile(Float64Array.from(most).sort(), 1 - tail)];
}
