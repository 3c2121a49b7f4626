import { FLAT, type MeasuredBlock, summarise } from '@jobly/lab/results';
import type { Task } from '../plan/plan';

/** How the warm-up of a target ended. */
export interface Settled {
  /** The first of its arms. */
  arm: string;
  launch: number;
  /** In all, warm-up and windows. */
  requests: number;
  /** How much a request's cost changed from the last window but one to the last, as a share; null if it is unknown. */
  change: number | null;
}

/** Windows beyond the first; a target that is not flat then is reported as such. */
const MOST_WINDOWS = 4;

/**
 * Warms up window by window until the cost of a request is flat at every target. All get the same number of windows:
 * otherwise those that settle late would be warmer.
 *
 * @param window the blocks of one window at every target
 * @param run runs a window, and returns its blocks in order
 */
export async function settle(
  window: readonly Task[],
  run: (tasks: readonly Task[]) => Promise<MeasuredBlock[]>,
): Promise<Pick<Settled, 'arm' | 'change'>[]> {
  let before = costsOf(window, await run(window));
  let changes = [...before.values()].map(({ arm }): Pick<Settled, 'arm' | 'change'> => ({ arm, change: null }));
  for (let more = 0; before.size > 0 && more < MOST_WINDOWS; more++) {
    const after = costsOf(window, await run(window));
    changes = [...after].map(([target, { arm, cost }]) => ({
      arm,
      change: changeBetween(before.get(target)!.cost, cost),
    }));
    if (changes.every(({ change }) => change === null || Math.abs(change) <= FLAT)) break;
    before = after;
  }
  return changes;
}

const changeBetween = (before: number | null, after: number | null): number | null =>
  before === null || after === null ? null : after / before - 1;

/** The CPU time of a request at every target, over all blocks of a window; null where it cannot be seen. */
function costsOf(window: readonly Task[], blocks: readonly MeasuredBlock[]) {
  const byTarget = Map.groupBy(window.keys(), (index) => window[index]!.arm.origin);
  return new Map(
    [...byTarget].map(([target, indices]) => {
      const own = indices.map((index) => blocks[index]!);
      const { arm, workload } = own[0]!;
      return [target, { arm, cost: summarise(own, workload, arm).cpuMsPerThousand }];
    }),
  );
}
