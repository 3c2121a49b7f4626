import { merged } from '@jobly/lab/instrument';
import type { MeasuredBlock } from '../measured';
import type { Rung } from './highest-rate';

/** The slowest answers of one block, in ms, descending, and the number of all its answers. */
interface Tail {
  largest: number[];
  count: number;
}

/** An arm's blocks under increasing load, ready to be pooled over any choice of pairs. */
export interface Ladder {
  /** The pairs in which every rate was measured, launch by launch. */
  launches: number[][];
  /** The p99 of all answers in these pairs at every rate; a pair may be chosen more than once. */
  pooled(chosen: readonly number[]): Rung[];
}

/** What a ladder needs to know of a block. */
type LadderBlock = Pick<MeasuredBlock, 'arm' | 'workload' | 'pair' | 'launch' | 'offered'> & {
  result: Pick<MeasuredBlock['result'], 'response' | 'answered'>;
};

/** The number of answers beyond p99, as HdrHistogram counts it. */
const beyondP99 = (count: number) => count - Math.floor(0.99 * count + 0.5);

/** The blocks of one arm in the cases that differ only in their rate. */
export function ladderOf(blocks: readonly LadderBlock[], cases: readonly string[], arm: string): Ladder {
  const ofArm = blocks.filter((block) => block.arm === arm && cases.includes(block.workload));
  const complete = [...Map.groupBy(ofArm, ({ pair }) => pair)].filter(([, { length }]) => length === cases.length);
  const launches = [...Map.groupBy(complete, ([, [first]]) => first!.launch).values()].map((ofLaunch) =>
    ofLaunch.map(([pair]) => pair),
  );
  const most = Math.max(0, ...ofArm.map(({ result }) => result.answered));
  // As many as could lie beyond the p99 of a pool that consists of the largest block over and over.
  const needed = beyondP99(most * complete.length) + 1;
  const rates = cases.map((name) => {
    const atRate = complete.flatMap(([, ofPair]) => ofPair.filter(({ workload }) => workload === name));
    return {
      rate: atRate.reduce((sum, { offered }) => sum + offered!, 0) / atRate.length,
      tails: new Map(atRate.map(({ pair, result }) => [pair, tailOf(result.response, needed)])),
    };
  });
  return {
    launches,
    pooled: (chosen) => rates.map(({ rate, tails }) => ({ rate, p99: p99Of(chosen.map((pair) => tails.get(pair)!)) })),
  };
}

function tailOf(response: string, needed: number): Tail {
  const durations = merged([response]);
  return { largest: durations.largest(needed), count: durations.count };
}

function p99Of(tails: readonly Tail[]): number {
  const count = tails.reduce((sum, tail) => sum + tail.count, 0);
  const descending = Float64Array.from(tails.flatMap(({ largest }) => largest))
    .sort()
    .reverse();
  return descending[beyondP99(count)] ?? 0;
}
