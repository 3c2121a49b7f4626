import { differenceOf, type Interval, isBounded, type Pair, ratioOf } from '@jobly/lab/instrument';
import type { MeasuredBlock } from '../measured';
import { type Bound, boundOf } from './lower-bound';
import type { Metric } from './metrics';

/** The question of an experiment: one metric of two arms, paired block by block. */
export interface Comparison {
  base: string;
  other: string;
  metric: Metric;
  /** `other ÷ base` or `other − base`. */
  as: 'ratio' | 'difference';
}

export interface Compared extends Omit<Comparison, 'metric'> {
  workload: string;
  metric: string;
  /** The unit of a difference; a ratio has none. */
  unit: string;
  /** Over launches of the stacks, or over blocks if there was only one launch. */
  interval: Interval;
  /** Set if the generator may have been the bottleneck of one arm's closed loops. */
  bound: Bound | null;
  blocks: number;
}

/** Fewer blocks make an interval that nobody should rely on. */
const FEWEST_BLOCKS = 4;

/**
 * The comparison on one workload. Undefined if too few pairs are complete, or if the generator may have been the
 * bottleneck at both arms: the ratio would be one of the generator and itself.
 */
export function compare(
  blocks: readonly MeasuredBlock[],
  workload: string,
  { base, other, metric, as }: Comparison,
  seed: number,
): Compared | undefined {
  const pairs = pairsOf(blocks, workload, { base, other, metric });
  if (pairs.length < FEWEST_BLOCKS) return undefined;
  const interval = (as === 'ratio' ? ratioOf : differenceOf)(pairs, { seed });
  if (!isBounded(interval)) return undefined;
  const at = (arm: string) => blocks.filter((block) => block.workload === workload && block.arm === arm);
  const bound = metric.generatorBound ? boundOf(at(base), at(other)) : null;
  if (bound === 'nothing') return undefined;
  const unit = as === 'ratio' ? '' : metric.unit;
  return { workload, base, other, metric: metric.name, as, unit, interval, bound, blocks: pairs.length };
}

/** The blocks of both arms side by side, if both ran and both have the figure. */
export function pairsOf(
  blocks: readonly MeasuredBlock[],
  workload: string,
  { base, other, metric }: Pick<Comparison, 'base' | 'other' | 'metric'>,
): Pair[] {
  const figures = (arm: string) =>
    new Map(
      blocks
        .filter((it) => it.workload === workload && it.arm === arm)
        .map((it) => [it.pair, { figure: metric.of(it), launch: it.launch }]),
    );
  const others = figures(other);
  return [...figures(base)].flatMap(([pair, { figure, launch }]) => {
    const beside = others.get(pair);
    if (figure === null || !beside || beside.figure === null) return [];
    return [{ base: figure, other: beside.figure, launch }];
  });
}
