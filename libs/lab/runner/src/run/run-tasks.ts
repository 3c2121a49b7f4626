import { performance } from 'node:perf_hooks';
import { type BlockResult, Failure, type Generator } from '@jobly/lab/instrument';
import { failuresIn, type MeasuredBlock } from '@jobly/lab/results';
import type { PreparedBlock, ReadyTask } from '../plan/block-of';
import type { Task } from '../plan/plan';
import type { AnswerCheck } from './answer-check';
import { watchIdle } from './idle';
import { createMeter } from './meter';
import { withRate } from '../plan/saturation';

export interface TaskRunner {
  generator: Generator;
  blockOf: (task: ReadyTask) => Promise<PreparedBlock>;
  answers: AnswerCheck;
  /** Called before each block. */
  onTask: (task: Task) => void;
  signal: AbortSignal;
  /** On the clock of `performance.now()`. */
  began: number;
}

/**
 * Runs blocks one after the other, with nothing else beside them, and appends them to those measured so far; appended
 * blocks stay, however the run ends.
 * @throws Failure when an arm does not answer any more; the signal's reason when it aborts
 */
export async function runTasks(tasks: readonly Task[], measured: MeasuredBlock[], runner: TaskRunner): Promise<void> {
  for (const planned of tasks) {
    runner.signal.throwIfAborted();
    const task = withRate(planned, measured);
    runner.onTask(task);
    const prepared = await runner.blockOf(task);
    await task.arm.before?.();
    try {
      const block = await measuredBlock(task, prepared, runner);
      measured.push(block);
      assertAlive(task, block.result);
    } catch (error) {
      await abandon(prepared, runner);
      throw error;
    }
    await prepared.clear?.();
  }
}

async function measuredBlock(
  task: ReadyTask,
  { block, clear }: PreparedBlock,
  runner: TaskRunner,
): Promise<MeasuredBlock> {
  // Not cut off if there is something to clean up: records that a server is still writing would appear after the
  // clean-up.
  const signal = clear ? undefined : runner.signal;
  const startedMs = performance.now() - runner.began;
  const { arm, pair, launch, load } = task;
  const meter = createMeter(arm);
  const idle = watchIdle(arm);
  await idle.start();
  // Opening connections costs as much as twenty requests, and a block may have fifty.
  const { result, answers } = await runner.generator.run(block, signal, meter.start);
  const read = meter.read();
  const cpuMs = read.cpuMs && (await idle.without(read.cpuMs));
  return {
    workload: task.case.name,
    arm: arm.name,
    pair,
    launch,
    startedMs,
    offered: load.loop === 'open' ? load.rate : null,
    result,
    ...read,
    cpuMs,
    answers: runner.answers.check(task, block.requests, answers),
  };
}

/** Cleans up after the last block of a run that ends early, as far as possible: the reason for the end matters more. */
async function abandon({ clear }: PreparedBlock, { generator }: TaskRunner): Promise<void> {
  // Requests that it still sends would leave records behind.
  await generator.stop();
  await clear?.().catch(() => {});
}

/** A few failures make a run invalid; when most requests fail, nothing is left to measure. */
function assertAlive({ arm, case: { workload } }: ReadyTask, { sent, failures }: BlockResult): void {
  const failed = failuresIn(failures);
  if (failed * 2 <= sent) return;
  const kinds = Object.keys(failures).join(', ');
  throw new Failure(
    `${failed} of ${sent} requests to the ${arm.name} at ${arm.origin} failed (${kinds}; ${workload.operation}).`,
  );
}
