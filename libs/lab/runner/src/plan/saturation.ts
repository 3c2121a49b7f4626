import { Failure } from '@jobly/lab/instrument';
import type { MeasuredBlock } from '@jobly/lab/results';
import type { ReadyTask } from './block-of';
import type { Task } from './plan';

/** A block has at least this many requests, of which five are beyond p99. */
const SAMPLES = 500;

/** Unless that would take longer than this. */
const LONGEST_MS = 4_000;

/** The same task with its rate, if that is a share of the arm's throughput in earlier closed loops. */
export function withRate(task: Task, measured: readonly MeasuredBlock[]): ReadyTask {
  const { load, durationMs } = task;
  if (load.loop !== 'share') return { ...task, load };
  const rate = Math.max(1, Math.round(load.share * servedBy(task, measured)));
  return {
    ...task,
    load: { loop: 'open', arrivals: load.arrivals, rate },
    durationMs: Math.min(LONGEST_MS, Math.max(durationMs, (SAMPLES / rate) * 1_000)),
  };
}

/**
 * The arm's mean throughput (requests/s) in the closed loops of this operation in this configuration, in the first
 * launch: all launches are offered the same rates, so that their answers can be taken together.
 */
function servedBy({ case: { workload, configuration }, arm }: Task, measured: readonly MeasuredBlock[]): number {
  const name = saturationCaseOf(workload.name, configuration.name);
  const blocks = measured.filter((block) => block.workload === name && block.arm === arm.name && block.launch === 0);
  if (blocks.length === 0) throw new Failure(`What ${arm.name} can serve of ${workload.operation} was not measured.`);
  const total = blocks.reduce((sum, { result }) => sum + (result.answered / result.measuredMs) * 1_000, 0);
  return total / blocks.length;
}

/** The name of the case that measures an arm's throughput at saturation. */
export const saturationCaseOf = (workload: string, configuration: string) => `${workload}, saturated, ${configuration}`;
