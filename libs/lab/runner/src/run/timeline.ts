import type { Progress } from '@jobly/lab/instrument';
import type { Task } from '../plan/plan';

/** The overhead of each block: processes communicate, connections open. */
const BLOCK_OVERHEAD_MS = 30;

/** A guess, for a block of the warm-up that ends after so many requests: a thousand a second. */
const MS_PER_REQUEST = 1;

const timeFor = ({ requests, leadInMs, durationMs }: Task) =>
  BLOCK_OVERHEAD_MS + (requests === undefined ? leadInMs + durationMs : requests * MS_PER_REQUEST);

const keyOf = (task: Task) => `${task.case.name} ${task.arm.name} ${task.pair}`;

/** Where a plan stands in the run, of which every launch and every group has a plan of its own. */
export interface Parts {
  launches: number;
  group: number;
  groups: number;
}

/**
 * Shows each task as it begins, with the time left for it and for all later ones, in this plan and the next ones, as if
 * they were as long.
 */
export function timeline(
  tasks: readonly Task[],
  { launches, group, groups }: Parts,
  progress: Progress,
): (task: Task) => void {
  const begins = new Map<string, number>();
  let total = 0;
  for (const task of tasks) {
    begins.set(keyOf(task), total);
    total += timeFor(task);
  }
  return (task) => {
    const done = (task.launch * groups + group) * total + (begins.get(keyOf(task)) ?? 0);
    const all = launches * groups * total;
    const where = launches > 1 ? `, launch ${task.launch + 1} of ${launches}` : '';
    progress.advance(`${task.case.workload.operation} at ${task.arm.name}${where}`, done, all, (all - done) / 1_000);
  };
}
