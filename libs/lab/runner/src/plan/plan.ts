import { seededRandom, seedOf, shuffled } from '@jobly/lab/instrument';
import { rateOf } from '@jobly/lab/system-under-test';
import type { Arm } from '../experiment/arm';
import type { Case, Configuration } from '../experiment/case';
import { mirroredRound } from './order';
import type { Load, Settings } from '../experiment/settings';
import { turnsByTarget, type WarmUp, warmUpOf, windowsOf } from './warm-up';

/** One block to run. */
export interface Task {
  case: Case;
  arm: Arm;
  /** Unique within the run. */
  pair: number;
  launch: number;
  load: Load;
  leadInMs: number;
  durationMs: number;
  /** It also ends after so many requests. */
  requests?: number;
  /** Distinguishes the records of this block from those of others; the same at all homes. */
  label: string;
}

/** Cases that are measured together, in rounds. */
export interface Stage {
  configuration: Configuration;
  /** For the targets that no earlier stage has warmed up. */
  warmUp: Task[];
  /** Some blocks for each of these, to be repeated until their cost is flat. */
  windows: Task[];
  rounds: Task[][];
}

/**
 * All blocks of one launch in the order in which they run: rounds over all cases of a stage in random order, and within
 * each round the arms forwards and backwards. So an hour's drift or a minute's noise is spread over all arms of all
 * operations. Each configuration is a stage of its own, because processes are not moved between blocks; loads that
 * depend on measured throughput come in a later stage, and so do cases with blocks of their own.
 */
export function planBlocks(cases: readonly Case[], settings: Settings, launch: number): Stage[] {
  const { seed, launches, blocks, blockMs, leadInMs, warmUp } = settings;
  const random = seededRandom(seedOf(seed, 'order', launch));

  const sizeOf = ({ blocks: own }: Case) => own ?? { pairs: blocks, blockMs, leadInMs };

  const task = (
    one: Case,
    arm: Arm,
    pair: number,
    block: Pick<Task, 'load' | 'leadInMs' | 'durationMs' | 'requests'>,
  ): Task => {
    const turnAtHome = one.arms.filter(({ home }) => home === arm.home).indexOf(arm);
    return { case: one, arm, pair, launch, ...block, label: `${cases.indexOf(one)}-${pair}-${turnAtHome}` };
  };
  const measured = (one: Case, arm: Arm, pair: number): Task => {
    const load = limited(arm.load ?? one.load ?? settings.load, one);
    const size = sizeOf(one);
    return task(one, arm, pair, { load, leadInMs: size.leadInMs, durationMs: size.blockMs });
  };

  // Numbered after all measured pairs, so that their records have names of their own.
  const unmeasured = (blocks: readonly WarmUp[], pair: number) =>
    blocks.map(({ case: one, arm, ...block }) => task(one, arm, pair, { ...block, leadInMs: 0 }));
  const after = launches * Math.max(...cases.map((one) => sizeOf(one).pairs)) + 2 * launch;

  const warm = new Set<string>();
  return [...Map.groupBy(cases, stageOf).values()].map((together) => {
    const cold = turnsByTarget(cases).filter(
      ([turn]) =>
        !warm.has(turn!.arm.origin) && together.some(({ arms }) => arms.some((arm) => arm.origin === turn!.arm.origin)),
    );
    for (const [turn] of cold) warm.add(turn!.arm.origin);
    const [first] = together;
    const rounds = sizeOf(first!).pairs / 2;
    return {
      configuration: first!.configuration,
      warmUp: unmeasured(warmUpOf(cold, warmUp), after),
      windows: unmeasured(windowsOf(cold, warmUp), after + 1),
      rounds: Array.from({ length: rounds }, (_, round) =>
        shuffled(random, together).flatMap((one) =>
          mirroredRound(one.arms, launch * rounds + round, random).map(({ arm, pair }) => measured(one, arm, pair)),
        ),
      ),
    };
  });
}

/** Cases with the same configuration, and the same number and length of blocks, are measured together. */
const stageOf = ({ configuration, load, blocks }: Case) =>
  JSON.stringify([configuration.name, load?.loop === 'share', blocks]);

function limited(load: Load, { workload }: Case): Load {
  return load.loop === 'open' ? { ...load, rate: rateOf(load.rate, workload) } : load;
}
