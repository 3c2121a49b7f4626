import type { Interval } from '@jobly/lab/instrument';
import { type Capacity, capacityOf, capacityRatio, ladderOf } from '@jobly/lab/results';
import type { Cell } from './cell';
import { deployments } from './deployments';
import { LIMIT_MS, type Plan } from './plan';

/** The highest rate of one deployment under one limit. */
export interface Limited {
  deployment: string;
  cpus: number;
  /** Undefined where too little was measured. */
  highest: Capacity | undefined;
  /** The lowest and the highest rate that were offered. */
  offered: readonly [least: number, most: number];
  /** In multiples of the next smaller limit’s; undefined where that is not known. */
  gain: Interval | undefined;
  /** The most that any larger limit surely buys, in multiples of this; undefined where that is not known. */
  more: Interval | undefined;
}

/** Those of every deployment under every limit, with their intervals over launches. */
export function capacitiesOf(cells: readonly Cell[], { cpus, shares }: Plan, seed: number): Limited[] {
  return deployments.flatMap(({ name }) => {
    const ladders = cpus.map((limit) => ladderUnder(limit, name, cells, shares));
    const times = (base: number, other: number) =>
      capacityRatio(ladders[base]!, ladders[other]!, LIMIT_MS, seed)?.interval;
    return cpus.map((limit, index): Limited => {
      const larger = cpus.flatMap((_, other) => (other > index ? (times(index, other) ?? []) : []));
      return {
        deployment: name,
        cpus: limit,
        highest: capacityOf(ladders[index]!, LIMIT_MS, seed),
        offered: ratesOf(cells.find((cell) => cell.deployment === name && cell.cpus === limit)!),
        gain: index === 0 ? undefined : times(index - 1, index),
        more: larger.toSorted((one, other) => other.low - one.low)[0],
      };
    });
  });
}

function ratesOf({ blocks }: Cell): Limited['offered'] {
  const rates = blocks.map(({ offered }) => offered);
  return [Math.min(...rates), Math.max(...rates)];
}

function ladderUnder(limit: number, deployment: string, cells: readonly Cell[], shares: readonly number[]) {
  const cases = shares.map((share) => `at ${share}`);
  const blocks = cells
    .filter((cell) => cell.deployment === deployment && cell.cpus === limit)
    .flatMap(({ launch, blocks: offered }) =>
      offered.map((block, index) => ({ ...block, launch, pair: launch, arm: deployment, workload: cases[index]! })),
    );
  return ladderOf(blocks, cases, deployment);
}
