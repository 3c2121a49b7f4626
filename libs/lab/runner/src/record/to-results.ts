import type { Others } from '@jobly/lab/instrument';
import { compare, type Figures, type MeasuredBlock, type Results, summarise } from '@jobly/lab/results';
import { rateOf } from '@jobly/lab/system-under-test';
import { possibleConfigurations } from '../choose/choices';
import { leftOutConfigurations } from '../choose/left-out';
import type { Arm } from '../experiment/arm';
import type { Case } from '../experiment/case';
import type { PairedExperiment } from '../experiment/experiment';
import type { Settings } from '../experiment/settings';
import type { Measurement } from '../run/measurement';
import type { MeasureOptions } from '../run/measure-options';
import { conclusionOf } from './conclusion';
import { saturationOf } from './curves';
import { failuresOf, gatesOf } from './gates';
import { layersOf } from './layers';
import { knobsOf, particularsOf, stacksOf } from './particulars';

/**
 * All figures of a run, and everything needed to repeat it.
 *
 * @param compared the number of answers that were compared before measuring
 * @param others what used the machine meanwhile
 */
export function toResults(
  measuring: MeasureOptions,
  measurement: Measurement,
  compared: number,
  others: Others,
): Results {
  const { experiment, options, settings, workloads } = measuring;
  const { design } = experiment;
  const { blocks, outcome, reason, arms, cases, databases, memory, observations, warmUps } = measurement;
  const { costs = [], waterfalls = [], tables = [], diagrams = [], tradeoffs = [] } = observations;
  const { plots = [], timelines = [], graphs = [] } = observations;
  const gates = gatesOf(design, blocks, settings.seed, others);
  const reasons = [...(reason === undefined ? [] : [reason]), ...failuresOf(gates)];

  const summaries = cases.flatMap(({ name, arms }) =>
    arms.flatMap(({ name: arm }) => {
      const here = blocks.filter((block) => block.workload === name && block.arm === arm);
      return here.length > 0 ? [summarise(here, name, arm)] : [];
    }),
  );
  const { curves, comparisons: capacities } = saturationOf(design, cases, blocks, settings.seed);
  // In the design's own order, which readers expect: not every operation has every metric.
  const comparisons = design.comparisons.flatMap((comparison) =>
    cases
      .filter(
        ({ load = settings.load }) => load.loop !== 'share' && [undefined, load.loop].includes(comparison.metric.loop),
      )
      .flatMap(({ name }) => compare(blocks, name, comparison, settings.seed) ?? []),
  );
  const operationOf = (workload: string) => cases.find(({ name }) => name === workload)!.workload.operation;
  const layered = (design.layers ?? []).flatMap((layers) => layersOf(layers, comparisons, summaries, operationOf));

  const figures: Figures = {
    ...particularsOf(experiment, measuring),
    outcome,
    valid: reasons.length === 0,
    reasons,
    settings: {
      ...settings,
      operations: workloads.map(({ name }) => name),
      warmUpMs: 0,
      quick: options.quick,
      ...knobsOf(experiment, options),
      ...(options.flags && options.flags.length > 0 && { flags: [...options.flags] }),
      stacks: stacksOf(experiment, measuring),
    },
    equivalence: { compared },
    configurations: possibleConfigurations(design, options).map(({ name, description }) => ({ name, description })),
    leftOut: leftOutConfigurations(design, options),
    workloads: cases.map((one) => ({ ...workloadOf(one, settings), pairs: pairsIn(blocks, one) })),
    arms: armsOf(arms),
    databases,
    warmUps: [...warmUps],
    summaries,
    comparisons: [...capacities, ...comparisons],
    gates,
    costs,
    memory,
    curves,
    waterfalls: [...layered, ...waterfalls],
    tables,
    diagrams,
    tradeoffs,
    plots,
    timelines,
    graphs,
    blocks,
  };
  const checked = withChecks(experiment, figures);
  return { ...checked, conclusion: conclusionOf(experiment, checked) };
}

/** The figures with the experiment's own gates. */
function withChecks({ check }: PairedExperiment, figures: Figures): Figures {
  const own = check?.(figures) ?? [];
  const reasons = [...figures.reasons, ...failuresOf(own)];
  return { ...figures, gates: [...figures.gates, ...own], reasons, valid: reasons.length === 0 };
}

/** Each name once: arms that differ only in their configuration share a name. */
const armsOf = (arms: readonly Arm[]): Results['arms'] => [
  ...new Map(
    arms.map(({ name, repeats = null, mistake = false }) => [name, { name, repeats, mistake }] as const),
  ).values(),
];

const pairsIn = (blocks: readonly MeasuredBlock[], { name }: Case) =>
  new Set(blocks.filter(({ workload }) => workload === name).map(({ pair }) => pair)).size;

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
