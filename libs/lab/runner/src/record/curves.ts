import {
  type Capacity,
  capacityOf,
  capacityRatio,
  type Compared,
  highestRateMetric,
  ladderOf,
  type MeasuredBlock,
  summarise,
} from '@jobly/lab/results';
import type { Design } from '../experiment/design';
import type { Case } from '../experiment/case';
import { saturationCaseOf } from '../plan/saturation';

/** An arm's behaviour under increasing load. */
export interface Curve {
  operation: string;
  configuration: string;
  arm: string;
  /** The case that saturated the arm. */
  workload: string;
  points: { offered: number; achieved: number; p50: number | null; p99: number | null }[];
  highest: (Capacity & { limitMs: number }) | null;
}

export interface Saturation {
  curves: Curve[];
  comparisons: Compared[];
}

/** The curves of all cases whose load is a share, and a comparison of the arms' highest rates. */
export function saturationOf(
  { p99LimitMs: limitMs = 0, comparisons }: Pick<Design, 'p99LimitMs' | 'comparisons'>,
  cases: readonly Case[],
  blocks: readonly MeasuredBlock[],
  seed: number,
): Saturation {
  const ladders = Map.groupBy(
    cases.filter(({ load }) => load?.loop === 'share'),
    ({ workload, configuration }) => saturationCaseOf(workload.name, configuration.name),
  );
  const found = [...ladders].map(([saturated, ladder]): Saturation => {
    const { workload, configuration, arms } = ladder[0]!;
    const rungs = ladder.map(({ name }) => name);
    const climbed = (arm: string) => ladderOf(blocks, rungs, arm);
    const curves = arms.map(({ name: arm }): Curve => {
      const capacity = capacityOf(climbed(arm), limitMs, seed);
      return {
        operation: workload.operation,
        configuration: configuration.name,
        arm,
        workload: saturated,
        points: rungs.flatMap((rung) => pointOf(blocks, rung, arm)),
        highest: capacity ? { limitMs, ...capacity } : null,
      };
    });
    const [first] = comparisons;
    const { base, other } = first!;
    const ratio = capacityRatio(climbed(base), climbed(other), limitMs, seed);
    const metric = highestRateMetric(limitMs);
    const compared =
      ratio && ({ workload: saturated, base, other, metric, as: 'ratio', unit: '', bound: null, ...ratio } as const);
    return { curves, comparisons: compared ? [compared] : [] };
  });
  return { curves: found.flatMap(({ curves }) => curves), comparisons: found.flatMap((one) => one.comparisons) };
}

/** All blocks of one rate at one arm. */
function pointOf(blocks: readonly MeasuredBlock[], rung: string, arm: string): Curve['points'] {
  const here = blocks.filter((block) => block.workload === rung && block.arm === arm);
  if (here.length === 0) return [];
  const { response, requestsPerSecond } = summarise(here, rung, arm);
  const offered = here.reduce((sum, block) => sum + block.offered!, 0) / here.length;
  return [{ offered, achieved: requestsPerSecond, p50: response.p50, p99: response.p99 }];
}
