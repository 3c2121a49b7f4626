import { countIn } from '../load/arrivals';
import { seededRandom, seedOf, shuffled } from '../statistics/random';
import { SHARED_ACCOUNTS, type Workload } from '../workload';
import type { Inventory } from '../workload/session';
import { type AccountRange, createAccountBook } from './accounts';
import type { Arm } from './arm';
import { mirroredRound } from './order';
import { type Load, rateOf, type Settings } from './settings';

/** An operation with the arms that are to be compared on it. */
export interface Case {
  workload: Workload;
  arms: Arm[];
}

/** One block to run. */
export interface Task {
  workload: Workload;
  arm: Arm;
  pair: number;
  load: Load;
  leadInMs: number;
  durationMs: number;
  /** The accounts nobody has used before, for operations that use them up. */
  accounts: AccountRange;
}

export interface Plan {
  warmUp: Task[];
  measured: Task[];
  /** How many accounts every stack must have. */
  accounts: number;
}

/** A warm-up asks for as much as goes: it is to reach the compiler, not a figure. */
const WARM_UP: Load = { loop: 'closed', concurrency: 16 };

/** A closed loop goes round and round a list of this many requests; those that can be made only once end it. */
export const CLOSED_LOOP_REQUESTS = 1_000;

/**
 * All blocks in the order they run: rounds over all operations in random order, in each the arms forth and back. An
 * hour's drift or a minute's noise is thus shared out over all arms of all operations.
 */
export function planBlocks(cases: readonly Case[], settings: Settings, inventory: Inventory): Plan {
  const { seed, blocks, blockMs, leadInMs, warmUpMs } = settings;
  const random = seededRandom(seedOf(seed, 'order'));
  const book = createAccountBook(SHARED_ACCOUNTS);

  const task = (
    { workload, arms }: Case,
    arm: Arm,
    pair: number,
    block: Pick<Task, 'load' | 'leadInMs' | 'durationMs'>,
  ) => {
    const needed = workload.accountsPerBlock?.(requestsIn(block), inventory) ?? 0;
    // The same accounts for the two stacks, others for a second arm at the same stack.
    const turnAtStack = arms.filter(({ stack }) => stack === arm.stack).indexOf(arm);
    const accounts = book.rangeFor(`${workload.name} ${pair} ${turnAtStack}`, needed);
    return { workload, arm, pair, ...block, accounts };
  };

  const measured = Array.from({ length: blocks / 2 }, (_, round) =>
    shuffled(random, cases).flatMap((one) => {
      const block = { load: loadOf(settings.load, one.workload), leadInMs, durationMs: blockMs };
      return mirroredRound(one.arms, round, random).map(({ arm, pair }) => task(one, arm, pair, block));
    }),
  );
  const warmUp = cases.flatMap((one) => {
    const block = { load: WARM_UP, leadInMs: 0, durationMs: warmUpMs };
    return one.arms.map((arm) => task(one, arm, blocks, block));
  });
  return { warmUp, measured: measured.flat(), accounts: book.total };
}

function loadOf(load: Load, workload: Workload): Load {
  return load.loop === 'open' ? { ...load, rate: rateOf(load.rate, workload) } : load;
}

function requestsIn({ load, leadInMs, durationMs }: Pick<Task, 'load' | 'leadInMs' | 'durationMs'>): number {
  return load.loop === 'open' ? countIn(leadInMs, load.rate) + countIn(durationMs, load.rate) : CLOSED_LOOP_REQUESTS;
}
