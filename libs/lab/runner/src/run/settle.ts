import { FLAT, type MeasuredBlock } from '@jobly/lab/results';
import type { Task } from '../plan/plan';

/** How an arm's warm-up ended. */
export interface Settled {
  arm: string;
  launch: number;
  /** In all, warm-up and windows. */
  requests: number;
  /** How much a request's cost changed from the last window but one to the last, as a share; null if it is unknown. */
  change: number | null;
}

/** Windows beyond the first; an arm that is not flat then is reported as such. */
const MOST_WINDOWS = 4;

/**
 * Warms up window by window until the cost of a request is flat at every arm. All arms get the same number of windows:
 * otherwise those that settle late would be warmer.
 *
 * @param windows one per arm
 * @param run runs these, and returns a block for each
 */
export async function settle(
  windows: readonly Task[],
  run: (tasks: readonly Task[]) => Promise<MeasuredBlock[]>,
): Promise<Pick<Settled, 'arm' | 'change'>[]> {
  let before = await run(windows);
  let changes: Pick<Settled, 'arm' | 'change'>[] = windows.map(({ arm }) => ({ arm: arm.name, change: null }));
  for (let window = 0; windows.length > 0 && window < MOST_WINDOWS; window++) {
    const after = await run(windows);
    changes = windows.map(({ arm }, index) => ({
      arm: arm.name,
      change: changeBetween(before[index]!, after[index]!),
    }));
    if (changes.every(({ change }) => change === null || Math.abs(change) <= FLAT)) break;
    before = after;
  }
  return changes;
}

function changeBetween(before: MeasuredBlock, after: MeasuredBlock): number | null {
  const [earlier, later] = [before, after].map(costOf);
  return earlier === null || later === null ? null : later! / earlier! - 1;
}

/** The CPU time of a request, in ms; null where the lab cannot see the processes. */
function costOf({ cpuMs, result }: MeasuredBlock): number | null {
  if (cpuMs === null || result.sent === 0) return null;
  return Object.values(cpuMs).reduce((sum, ms) => sum + ms, 0) / result.sent;
}
