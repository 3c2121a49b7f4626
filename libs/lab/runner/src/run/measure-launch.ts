import { createConfinement, databaseTitle, peakMemory } from '@jobly/lab/instrument';
import type { MeasuredBlock } from '@jobly/lab/results';
import type { Stacks, Target } from '@jobly/lab/system-under-test';
import { possibleConfigurations } from '../choose/choices';
import type { Arm } from '../experiment/arm';
import type { Arms, PairedExperiment } from '../experiment/experiment';
import { noSessions, openSessions } from '../experiment/sessions';
import { blockOf } from '../plan/block-of';
import { planBlocks } from '../plan/plan';
import type { Measurement } from './measurement';
import type { MeasureOptions } from './measure-options';
import { observed } from './observed';
import { isPrecise } from './precision';
import { runPlan } from './run-plan';
import { surroundingsOf } from './surroundings';

/** One launch, and what earlier ones have measured. */
export interface Launch {
  launch: number;
  /** The launch appends its own. */
  blocks: MeasuredBlock[];
  /** When the run began to measure, on the clock of `performance.now()`. */
  began: number;
}

/** Gets arms and users ready, runs all blocks of a launch and, after the last one, observes; then clears up. */
export async function measureLaunch(
  stacks: Stacks | undefined,
  measuring: MeasureOptions,
  launch: Launch,
): Promise<Measurement> {
  const { arms, close } = await armsOf(stacks, measuring);
  try {
    return await measureArms(arms, stacks, measuring, launch);
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
  { launch, blocks, began }: Launch,
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
    const { warmUps, ...ended } = await runPlan(planBlocks(cases, settings, launch), {
      blocks,
      began,
      launches: settings.launches,
      blockOf: (task) => blockOf(task, sessions.at(task.arm.home), settings.seed, run.id),
      arrange,
      isSettled: (name, measured) => isPrecise(measured, name, experiment.design, settings),
      signal,
      progress,
    });
    arrange(configurations[0]!);
    const isLast = launch === settings.launches - 1;
    const { observations, ...end } = isLast
      ? await observed(ended, { arms, cases, stacks, sessions }, measuring)
      : { ...ended, observations: {} };
    return {
      ...end,
      observations,
      warmUps,
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
