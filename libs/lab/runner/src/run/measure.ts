import { createConfinement, databaseTitle, type PeakMemory, peakMemory } from '@jobly/lab/instrument';
import type { Stacks, Target } from '@jobly/lab/system-under-test';
import { isPrecise } from './precision';
import type { Arms, Observations, PairedExperiment } from '../experiment/experiment';
import type { Arm } from '../experiment/arm';
import { blockOf } from '../plan/block-of';
import type { Case } from '../experiment/case';
import { possibleConfigurations } from '../choose/choices';
import type { MeasureOptions } from './measure-options';
import { planBlocks } from '../plan/plan';
import { type Ended, runPlan } from './run-plan';
import { noSessions, openSessions } from '../experiment/sessions';
import { observed } from './observed';
import { surroundingsOf } from './surroundings';

export interface Measurement extends Ended {
  /** In the order of the experiment. */
  arms: readonly Arm[];
  cases: readonly Case[];
  /** The common names of each database's backends. */
  databases: string[];
  memory: (PeakMemory & { stack: 'monolith' | 'micro' })[];
  observations: Observations;
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

async function armsOf(stacks: Stacks | undefined, measuring: MeasureOptions): Promise<Arms> {
  const { experiment } = measuring;
  const surroundings = surroundingsOf(measuring);
  return experiment.stacks === 'none'
    ? experiment.arms(surroundings)
    : experiment.arms({ ...surroundings, stacks: stacks! });
}

async function measureArms(
  arms: readonly Arm[],
  stacks: Stacks | undefined,
  measuring: MeasureOptions,
): Promise<Measurement> {
  const { experiment, workloads, settings, options, run, signal, progress } = measuring;
  assertDeclared(experiment, arms);
  if (stacks) progress.step('Signing up users');
  const { quick } = options;
  const configurations = possibleConfigurations(experiment.design, options);
  const cases = experiment.cases({ workloads, arms, configurations, quick });
  const sessions = stacks ? await openSessions(stacks, arms, run.id) : noSessions;
  const arrange = createConfinement(arms.flatMap((arm) => arm.processes ?? []));
  try {
    const ended = await runPlan(planBlocks(cases, settings), {
      blockOf: (task) => blockOf(task, sessions.at(task.arm.home), settings.seed, run.id),
      arrange,
      isSettled: (name, blocks) =>
        settings.precision !== null && isPrecise(blocks, name, experiment.design, settings.precision),
      signal,
      progress,
    });
    arrange(configurations[0]!);
    const { observations, ...end } = await observed(ended, { arms, stacks, sessions }, measuring);
    return {
      ...end,
      observations,
      arms,
      cases,
      databases: databasesOf([...arms, ...(stacks ? [stacks.monolith, stacks.micro] : [])]),
      memory: stacks ? memoryOf(stacks) : [],
    };
  } finally {
    // Our own stacks are discarded, users and all. With others' stacks, the cleaning up may fail because one of them
    // has just died.
    if (options.addresses) await sessions.close().catch(() => {});
  }
}

/** @throws an error, because it is a bug of the experiment, if it compares arms that it has not started */
function assertDeclared({ name, design }: PairedExperiment, arms: readonly Arm[]): void {
  const known = arms.map((arm) => arm.name);
  const unknown = [...design.comparisons, design.control]
    .flatMap(({ base, other }) => [base, other])
    .find((one) => !known.includes(one));
  if (unknown !== undefined) {
    throw new Error(`The experiment ${name} compares "${unknown}", which is none of its arms: ${known.join(', ')}.`);
  }
}

const databasesOf = (targets: readonly Pick<Target, 'processes'>[]): string[] => [
  ...new Set(targets.flatMap(({ processes }) => processes?.postgres?.databases ?? []).map(databaseTitle)),
];

function memoryOf(stacks: Stacks): Measurement['memory'] {
  return (['monolith', 'micro'] as const).flatMap((stack) => {
    const { processes } = stacks[stack];
    return processes ? peakMemory(processes).map((peak) => ({ stack, ...peak })) : [];
  });
}
