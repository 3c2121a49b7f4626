import { compare } from '../analysis/comparison';
import { droppedGate, failedGate, type Gate, generatorGate, noiseFloorGate, scheduleGate } from '../analysis/gates';
import { summarise } from '../analysis/summary';
import type { Experiment } from '../experiments/experiment';
import type { MeasuredBlock } from '../runner/measured';
import type { MeasureOptions, Measurement } from '../runner/measure';
import { rateOf, type Settings } from '../runner/settings';
import type { Results } from './results';

export interface Findings extends Pick<MeasureOptions, 'experiment' | 'options' | 'workloads' | 'settings' | 'run'> {
  /** How many answers were compared before measuring. */
  compared: number;
  measurement: Measurement;
}

/** All figures of a run, and all that is needed to repeat it. */
export function toResults(findings: Findings): Results {
  const { experiment, options, workloads, settings, run, compared, measurement } = findings;
  const { name, question, hypothesis, configuration, comparisons } = experiment;
  const { blocks, outcome, reason } = measurement;
  const gates = gatesOf(experiment, settings, blocks);
  const failed = gates
    .filter(({ passed }) => !passed)
    .map(({ name, figure, limit }) => `The gate "${name}" was not passed: ${figure}, allowed is ${limit}.`);
  const reasons = [...(reason === undefined ? [] : [reason]), ...failed];
  const { load } = settings;

  return {
    format: 'jobly-lab-results',
    version: 1,
    experiment: name,
    question,
    hypothesis,
    // How stacks are deployed that were there already is not for the lab to say.
    configuration: options.addresses ? 'two stacks that were running already' : configuration,
    startedAt: run.startedAt.toISOString(),
    durationMs: Date.now() - run.startedAt.getTime(),
    outcome,
    valid: reasons.length === 0,
    reasons,
    settings: { ...settings, quick: options.quick, stacks: options.addresses ? 'given' : 'started' },
    machine: run.machine,
    equivalence: { compared },
    workloads: workloads.map((workload) => ({
      name: workload.name,
      operation: workload.operation,
      rate: load.loop === 'open' ? rateOf(load.rate, workload) : null,
    })),
    summaries: workloads.flatMap((workload) => {
      const here = Map.groupBy(
        blocks.filter((block) => block.workload === workload.name),
        ({ arm }) => arm,
      );
      return measurement.arms
        .filter((arm) => here.has(arm))
        .map((arm) => summarise(here.get(arm)!, workload.name, arm));
    }),
    comparisons: workloads.flatMap((workload) =>
      comparisons.flatMap((comparison) => compare(blocks, workload.name, comparison, settings.seed) ?? []),
    ),
    gates,
    blocks,
  };
}

/** A closed loop has no schedule to keep and nothing to drop. */
function gatesOf({ control }: Experiment, { load, seed }: Settings, blocks: readonly MeasuredBlock[]): Gate[] {
  const always = [noiseFloorGate(blocks, control, seed), failedGate(blocks), generatorGate(blocks)];
  return load.loop === 'open' ? [...always, scheduleGate(blocks), droppedGate(blocks)] : always;
}
