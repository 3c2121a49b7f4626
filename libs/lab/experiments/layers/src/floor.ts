import { ratioOf } from '@jobly/lab/instrument';
import { asSentence, type Figures, intervalInWords, throughput, threeDigits } from '@jobly/lab/results';

/** The bare server, and the same work split in the smallest way; and the two stacks. */
export const FLOOR = { base: 'bare', other: 'bare split' };
export const STACKS = { base: 'monolith', other: 'micro' };

/** Fewer pairs make an interval that nobody should rely on. */
const FEWEST_PAIRS = 4;

/**
 * What is left of the requests/s when bare servers are split, what of the monolith's, and how near the second comes to the
 * first. Undefined for a run that did not measure both.
 */
export function floorInWords(figures: Figures): string | undefined {
  const { blocks, comparisons, settings } = figures;
  const found = ({ base, other }: typeof FLOOR) =>
    comparisons.find((one) => one.base === base && one.other === other && one.metric === throughput.name);
  const [floor, stacks] = [found(FLOOR), found(STACKS)];
  if (!floor || !stacks) return undefined;
  const arms = [FLOOR.base, FLOOR.other, STACKS.base, STACKS.other];
  const byPair = Map.groupBy(
    blocks.filter(({ workload, arm }) => workload === floor.workload && arms.includes(arm)),
    ({ pair }) => pair,
  );
  const pairs = [...byPair.values()].flatMap((together) => {
    const [bare, split, monolith, micro] = arms.map((arm) => together.find((block) => block.arm === arm));
    if (!bare || !split || !monolith || !micro) return [];
    const ratio = (other: typeof bare, base: typeof bare) => throughput.of(other)! / throughput.of(base)!;
    return [{ base: ratio(split, bare), other: ratio(micro, monolith), launch: bare.launch }];
  });
  if (pairs.length < FEWEST_PAIRS) return undefined;
  const times = (interval: typeof floor.interval) => `${threeDigits(interval.estimate)} (${intervalInWords(interval)})`;
  const { operation } = figures.workloads.find(({ name }) => name === floor.workload)!;
  return asSentence(
    `on one CPU, a bare server that is split into three serves ${times(floor.interval)} of the requests/s of ${operation} that it serves in one piece, and the microservices ${times(stacks.interval)} of the monolith’s: ${times(ratioOf(pairs, { seed: settings.seed }))} of that floor`,
  );
}
