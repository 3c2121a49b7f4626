import type { Progress } from '../cli/progress';
import { Failure } from '../failure';
import type { Block } from '../load/block';
import { startGenerator } from '../load/generator-process';
import { Interrupted } from './interruption';
import type { MeasuredBlock } from './measured';
import type { Plan, Task } from './plan';
import { runTasks } from './run-tasks';

export interface PlanOptions {
  blockOf: (task: Task) => Block;
  signal: AbortSignal;
  progress: Progress;
}

/** How far a plan got. */
export interface Ended {
  blocks: MeasuredBlock[];
  outcome: 'complete' | 'interrupted' | 'failed';
  /** Why it is not complete. */
  reason?: string;
}

/** What each block costs beyond its own time: processes talk, connections open. */
const BLOCK_OVERHEAD_MS = 30;

/** Runs the warm-up and all blocks. Once something is measured, an early end is an outcome and not an error. */
export async function runPlan({ warmUp, measured }: Plan, { blockOf, signal, progress }: PlanOptions): Promise<Ended> {
  const generator = startGenerator();
  const blocks: MeasuredBlock[] = [];
  const shown = timeline([...warmUp, ...measured], progress);
  try {
    progress.step('Warming up');
    await runTasks(warmUp, { generator, blockOf, signal, onTask: shown, keep: () => {} });
    progress.step('Measuring');
    await runTasks(measured, { generator, blockOf, signal, onTask: shown, keep: (block) => void blocks.push(block) });
    return { blocks, outcome: 'complete' };
  } catch (error) {
    const reason: unknown = signal.aborted ? signal.reason : error;
    if (blocks.length === 0) throw reason;
    if (reason instanceof Interrupted) return { blocks, outcome: 'interrupted', reason: reason.message };
    if (reason instanceof Failure) return { blocks, outcome: 'failed', reason: reason.message };
    throw reason;
  } finally {
    await generator.stop();
  }
}

/** Shows each task as it begins, with the time left for it and all after it. */
function timeline(tasks: readonly Task[], progress: Progress): (task: Task) => void {
  const timeFor = ({ leadInMs, durationMs }: Task) => leadInMs + durationMs + BLOCK_OVERHEAD_MS;
  const total = tasks.reduce((sum, task) => sum + timeFor(task), 0);
  let done = 0;
  return (task) => {
    progress.advance(`${task.workload.operation} at ${task.arm.name}`, done, total, (total - done) / 1_000);
    done += timeFor(task);
  };
}
