import { databaseTitle } from '@jobly/lab/instrument';
import {
  compare,
  droppedGate,
  failedGate,
  type Figures,
  type Gate,
  generatorGate,
  type MeasuredBlock,
  noiseFloorGate,
  type Results,
  scheduleGate,
  summarise,
} from '@jobly/lab/results';
import { rateOf } from '@jobly/lab/system-under-test';
import { saturationOf } from './curves';
import { layersOf } from './layers';
import type { Experiment } from '../experiment/experiment';
import type { Arm } from '../experiment/arm';
import type { Case } from '../experiment/case';
import { possibleConfigurations } from '../choose/choices';
import { conclusionOf } from './conclusion';
import { leftOutConfigurations } from '../choose/left-out';
import type { Measurement } from '../run/measure';
import type { MeasureOptions } from '../run/measure-options';
import type { Settings } from '../experiment/settings';

export interface Findings extends Pick<MeasureOptions, 'experiment' | 'options' | 'settings' | 'run'> {
  /** How many answers were compared before measuring. */
  compared: number;
  measurement: Measurement;
}

/** All figures of a run, and all that is needed to repeat it. */
export function toResults(findings: Findings): Results {
  const { experiment, options, settings, run, compared, measurement } = findings;
  const { name, question, hypothesis, layers } = experiment;
  const { blocks, outcome, reason, arms, cases, memory, supplement } = measurement;
  const { costs = [], waterfalls = [], tables = [], tradeoffs = [], timelines = [] } = supplement;
  const gates = gatesOf(experiment, settings, blocks);
  const failed = gates
    .filter(({ passed }) => !passed)
    .map(({ name, figure, limit }) => `The gate "${name}" was not passed: ${figure}, allowed is ${limit}.`);
  const reasons = [...(reason === undefined ? [] : [reason]), ...failed];

  const summaries = cases.flatMap(({ name, arms }) =>
    arms.flatMap(({ name: arm }) => {
      const here = blocks.filter((block) => block.workload === name && block.arm === arm);
      return here.length > 0 ? [summarise(here, name, arm)] : [];
    }),
  );
  const { curves, comparisons: capacities } = saturationOf(experiment, cases, blocks, settings.seed);
  // In the experiment's own order, which readers keep: not every operation has every metric.
  const comparisons = experiment.comparisons.flatMap((comparison) =>
    cases
      .filter(
        ({ load = settings.load }) => load.loop !== 'share' && [undefined, load.loop].includes(comparison.metric.loop),
      )
      .flatMap(({ name }) => compare(blocks, name, comparison, settings.seed) ?? []),
  );
  const operationOf = (workload: string) => cases.find(({ name }) => name === workload)!.workload.operation;
  const layered = layers ? layersOf(layers, comparisons, summaries, operationOf) : [];

  const figures: Figures = {
    format: 'jobly-lab-results',
    version: 3,
    experiment: name,
    question,
    hypothesis,
    startedAt: run.startedAt.toISOString(),
    durationMs: Date.now() - run.startedAt.getTime(),
    outcome,
    valid: reasons.length === 0,
    reasons,
    settings: { ...settings, quick: options.quick, stacks: stacksOf(findings) },
    machine: run.machine,
    equivalence: { compared },
    configurations: possibleConfigurations(experiment, options).map(({ name, description }) => ({ name, description })),
    leftOut: leftOutConfigurations(experiment, options),
    workloads: cases.map((one) => ({ ...workloadOf(one, settings), pairs: pairsIn(blocks, one) })),
    arms: armsOf(arms),
    databases: databasesOf(arms),
    summaries,
    comparisons: [...capacities, ...comparisons],
    gates,
    costs,
    memory,
    curves,
    waterfalls: [...layered, ...waterfalls],
    tables,
    tradeoffs,
    timelines,
    blocks,
  };
  return { ...figures, conclusion: conclusionOf(experiment, figures) };
}

/** Each name once: arms that differ in their configuration alone share theirs. */
const armsOf = (arms: readonly Arm[]): Results['arms'] => [
  ...new Map(
    arms.map(({ name, repeats = null, mistake = false }) => [name, { name, repeats, mistake }] as const),
  ).values(),
];

const databasesOf = (arms: readonly Arm[]) => [
  ...new Set(arms.flatMap(({ processes }) => processes?.postgres?.databases ?? []).map(databaseTitle)),
];

const pairsIn = (blocks: readonly MeasuredBlock[], { name }: Case) =>
  new Set(blocks.filter(({ workload }) => workload === name).map(({ pair }) => pair)).size;

const stacksOf = ({ experiment, options }: Findings) =>
  experiment.stacks === 'none' ? 'none' : options.addresses ? 'given' : 'started';

function workloadOf(
  { name, workload, configuration, load: own }: Case,
  settings: Settings,
): Omit<Results['workloads'][number], 'pairs'> {
  const load = own ?? settings.load;
  return {
    name,
    option: workload.name,
    operation: workload.operation,
    configuration: configuration.name,
    rate: load.loop === 'open' ? rateOf(load.rate, workload) : null,
    share: load.loop === 'share' ? load.share : null,
    mix: workload.mix ?? null,
  };
}

/** A closed loop has no schedule to keep and nothing to drop. */
function gatesOf(
  { control, lowerBounds = [] }: Experiment,
  { seed }: Settings,
  blocks: readonly MeasuredBlock[],
): Gate[] {
  const always = [noiseFloorGate(blocks, control, seed), failedGate(blocks), generatorGate(blocks, lowerBounds)];
  const open = blocks.filter(({ offered }) => offered !== null);
  return open.length > 0 ? [...always, scheduleGate(open), droppedGate(open)] : always;
}
