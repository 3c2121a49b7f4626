import type { Progress } from '../cli/progress';
import type { Experiment } from '../experiments/experiment';
import type { Stacks } from '../targets/stacks';
import type { Workload } from '../workload';
import { takeInventory } from '../workload/session';
import type { Arm } from './arm';
import { blockOf } from './block-of';
import type { RunOptions } from './options';
import { planBlocks } from './plan';
import type { Run } from './run';
import { type Ended, runPlan } from './run-plan';
import { closeSessions, openSessions } from './sessions';
import type { Settings } from './settings';

export interface Measurement extends Ended {
  /** In the order of the experiment. */
  arms: string[];
}

export interface MeasureOptions {
  experiment: Experiment;
  workloads: readonly Workload[];
  settings: Settings;
  options: RunOptions;
  run: Run;
  signal: AbortSignal;
  progress: Progress;
}

/** Gets arms and users ready, runs all blocks, and clears up. */
export async function measure(stacks: Stacks, options: MeasureOptions): Promise<Measurement> {
  options.progress.step('Signing up users');
  const { arms, close } = await options.experiment.arms(stacks);
  try {
    return { arms: arms.map(({ name }) => name), ...(await measureArms(arms, stacks, options)) };
  } finally {
    await close?.();
  }
}

async function measureArms(arms: readonly Arm[], stacks: Stacks, measuring: MeasureOptions): Promise<Ended> {
  const { experiment, workloads, settings, options, run, signal, progress } = measuring;
  const inventory = await takeInventory(stacks.monolith.origin);
  const plan = planBlocks(experiment.cases(workloads, arms, options.quick), settings, inventory);
  const sessions = await openSessions(stacks, inventory, run.id, plan.accounts);
  const ended = await runPlan(plan, {
    blockOf: (task) => blockOf(task, sessions[task.arm.stack], settings.seed),
    signal,
    progress,
  });
  // Stacks of our own are thrown away, users and all; of others', one may be what has just died.
  if (options.addresses) await closeSessions(stacks, sessions).catch(() => {});
  return ended;
}
