import { performance } from 'node:perf_hooks';
import { failuresIn } from '../analysis/summary';
import { cpuBetween, cpuTimes } from '../cost/cpu';
import { Failure } from '../failure';
import type { Block, BlockResult } from '../load/block';
import type { Generator } from '../load/generator-process';
import type { Arm } from './arm';
import type { MeasuredBlock } from './measured';
import type { Task } from './plan';

export interface RunOptions {
  generator: Generator;
  blockOf: (task: Task) => Block;
  /** Called before each block. */
  onTask: (task: Task) => void;
  /** Keeps a finished block; what was kept stays, however the run ends. */
  keep: (block: MeasuredBlock) => void;
  signal: AbortSignal;
}

/**
 * Runs blocks one after the other, nothing else beside them.
 * @throws Failure when an arm does not answer any more; the signal's reason when it aborts
 */
export async function runTasks(tasks: readonly Task[], options: RunOptions): Promise<void> {
  const { generator, blockOf, onTask, keep, signal } = options;
  const began = performance.now();
  for (const task of tasks) {
    const { workload, arm, pair } = task;
    const block = blockOf(task);
    onTask(task);
    const startedMs = performance.now() - began;
    const before = arm.processes && cpuTimes(arm.processes);
    const result = await generator.run(block, signal);
    const cpuMs = cpuBetween(before, arm.processes && cpuTimes(arm.processes));
    keep({ workload: workload.name, arm: arm.name, pair, startedMs, result, cpuMs });
    assertAlive(arm, workload.operation, result);
  }
}

/** A few failures make a run invalid; when most requests fail there is nothing left to measure. */
function assertAlive(arm: Arm, operation: string, { sent, failures }: BlockResult): void {
  const failed = failuresIn(failures);
  if (failed * 2 <= sent) return;
  const kinds = Object.keys(failures).join(', ');
  throw new Failure(
    `${failed} of ${sent} requests to the ${arm.name} at ${arm.origin} failed (${kinds}; ${operation}).`,
  );
}
