import { createConfinement, databaseTitle, peakMemory } from '@jobly/lab/instrument';
import type { Stacks, Target } from '@jobly/lab/system-under-test';
import { possibleConfigurations } from '../choose/choices';
import type { Arms } from '../experiment/experiment';
import { noSessions, openSessions } from '../experiment/sessions';
import { blockOf } from '../plan/block-of';
import { planBlocks } from '../plan/plan';
import { assertDeclared } from './assert-declared';
import type { Launch } from './measure-launch';
import type { Measurement } from './measurement';
import type { MeasureOptions } from './measure-options';
import { observed } from './observed';
import { isPrecise } from './precision';
import { runPlan } from './run-plan';
import { surroundingsOf } from './surroundings';

/** One of the groups of a launch. */
export interface Group extends Launch {
  name: string;
  index: number;
  /** How many there are. */
  groups: number;
}

/**
 * Gets the arms of a group and their users ready, runs all its blocks of a launch and, after the very last one, observes;
 * then clears up.
 */
export async function measureGroup(
  stacks: Stacks | undefined,
  measuring: MeasureOptions,
  group: Group,
): Promise<Measurement> {
  const { close, ...started } = await armsOf(group, stacks, measuring);
  try {
    return await measureArms(started, stacks, measuring, group);
  } finally {
    await close?.();
  }
}

async function armsOf({ name }: Group, stacks: Stacks | undefined, measuring: MeasureOptions): Promise<Arms> {
  const { experiment } = measuring;
  const surroundings = surroundingsOf(measuring);
  return experiment.stacks === 'none'
    ? experiment.arms(surroundings, name)
    : experiment.arms({ ...surroundings, stacks: stacks! }, name);
}

async function measureArms(
  { arms, data, accounts }: Omit<Arms, 'close'>,
  stacks: Stacks | undefined,
  measuring: MeasureOptions,
  { launch, blocks, began, index, groups }: Group,
): Promise<Measurement> {
  const { experiment, workloads, settings, options, run, signal, progress } = measuring;
  assertDeclared(experiment, arms, { isGroup: groups > 1 });
  if (stacks) progress.step('Signing up users');
  const { quick } = options;
  const configurations = possibleConfigurations(experiment.design, options);
  const cases = experiment.cases({ workloads, arms, data, configurations, quick, settings });
  if (cases.length === 0) throw new Error(`The experiment ${experiment.name} measures nothing at its arms.`);
  // Groups share databases, and their users and records need names of their own.
  const id = groups > 1 ? `${run.id}${index}` : run.id;
  const sessions = stacks
    ? await openSessions({ ...stacks, data: data ?? stacks.data }, arms, id, accounts)
    : noSessions;
  const arrange = createConfinement(arms.flatMap((arm) => arm.processes ?? []));
  try {
    const { warmUps, ...ended } = await runPlan(planBlocks(cases, settings, launch), {
      blocks,
      began,
      parts: { launches: settings.launches, group: index, groups },
      blockOf: (task) => blockOf(task, sessions.at(task.arm.home), settings.seed, id),
      arrange,
      isSettled: (name, measured) => isPrecise(measured, name, experiment.design, settings),
      signal,
      progress,
    });
    arrange(configurations[0]!);
    const isLast = launch === settings.launches - 1 && index === groups - 1;
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

const databasesOf = (targets: readonly Pick<Target, 'processes'>[]): string[] => [
  ...new Set(targets.flatMap(({ processes }) => processes?.postgres?.databases ?? []).map(databaseTitle)),
];

function memoryOf(stacks: Stacks): Measurement['memory'] {
  return (['monolith', 'micro'] as const).flatMap((stack) => {
    const { processes } = stacks[stack];
    return processes ? peakMemory(processes).map((peak) => ({ stack, ...peak })) : [];
  });
}
