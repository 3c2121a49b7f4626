import { createConfinement, type PeakMemory, peakMemory } from '@jobly/lab/instrument';
import type { Stacks } from '@jobly/lab/system-under-test';
import { isPrecise } from './precision';
import type { Arms, Supplement } from '../experiment/experiment';
import type { Arm } from '../experiment/arm';
import { blockOf } from '../plan/block-of';
import type { Case } from '../experiment/case';
import { possibleConfigurations } from '../choose/choices';
import type { MeasureOptions } from './measure-options';
import { planBlocks } from '../plan/plan';
import { type Ended, runPlan } from './run-plan';
import { noSessions, openSessions } from '../experiment/sessions';
import { supplemented } from './supplemented';

export interface Measurement extends Ended {
  /** In the order of the experiment. */
  arms: readonly Arm[];
  cases: readonly Case[];
  memory: (PeakMemory & { stack: 'monolith' | 'micro' })[];
  supplement: Supplement;
}

/** Gets arms and users ready, runs all blocks, and clears up. */
export async function measure(stacks: Stacks | undefined, options: MeasureOptions): Promise<Measurement> {
  const { arms, close } = await armsOf(stacks, options);
  try {
    return await measureArms(arms, stacks, options);
  } finally {
    await close?.();
  }
}

async function armsOf(stacks: Stacks | undefined, { experiment, run, signal }: MeasureOptions): Promise<Arms> {
  return experiment.stacks === 'none' ? experiment.arms() : experiment.arms(stacks!, run, signal);
}

async function measureArms(
  arms: readonly Arm[],
  stacks: Stacks | undefined,
  measuring: MeasureOptions,
): Promise<Measurement> {
  const { experiment, workloads, settings, options, run, signal, progress } = measuring;
  if (stacks) progress.step('Signing up users');
  const { quick } = options;
  const configurations = possibleConfigurations(experiment, options);
  const cases = experiment.cases({ workloads, arms, configurations, quick });
  const sessions = stacks ? await openSessions(stacks, arms, run.id) : noSessions;
  const arrange = createConfinement(arms.flatMap((arm) => arm.processes ?? []));
  try {
    const ended = await runPlan(planBlocks(cases, settings), {
      blockOf: (task) => blockOf(task, sessions.at(task.arm.home), settings.seed, run.id),
      arrange,
      isSettled: (name, blocks) =>
        settings.precision !== null && isPrecise(blocks, name, experiment, settings.precision),
      signal,
      progress,
    });
    arrange(configurations[0]!);
    const { supplement, ...end } = await supplemented(ended, { arms, stacks, sessions }, measuring);
    return { ...end, supplement, arms, cases, memory: stacks ? memoryOf(stacks) : [] };
  } finally {
    // Stacks of our own are thrown away, users and all; of others', one may be what has just died.
    if (options.addresses) await sessions.close().catch(() => {});
  }
}

function memoryOf(stacks: Stacks): Measurement['memory'] {
  return (['monolith', 'micro'] as const).flatMap((stack) => {
    const { processes } = stacks[stack];
    return processes ? peakMemory(processes).map((peak) => ({ stack, ...peak })) : [];
  });
}
