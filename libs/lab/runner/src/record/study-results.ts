import type { Figures, Results } from '@jobly/lab/results';
import type { Observations } from '../experiment/experiment';
import type { ObserveOptions } from '../run/measure-options';
import { conclusionOf } from './conclusion';
import { knobsOf, particularsOf, stacksOf } from './particulars';

/**
 * The results of a study. It has no blocks, and therefore neither figures of arms nor gates.
 *
 * @param compared the number of answers that were compared before it began
 */
export function studyResults(observing: ObserveOptions, observations: Observations, compared: number): Results {
  const { experiment, options } = observing;
  const { costs = [], waterfalls = [], tables = [], diagrams = [], tradeoffs = [] } = observations;
  const { plots = [], timelines = [], graphs = [], sizing } = observations;
  const { quick, seed, flags = [] } = options;
  const figures: Figures = {
    ...particularsOf(experiment, observing),
    outcome: 'complete',
    valid: true,
    reasons: [],
    settings: {
      ...{
        load: null,
        launches: 1,
        blocks: 0,
        blockMs: 0,
        leadInMs: 0,
        warmUpMs: 0,
        warmUp: 0,
        operations: [],
        precision: null,
      },
      ...{ seed, quick, flags: [...flags], stacks: stacksOf(experiment, observing), ...knobsOf(experiment, options) },
    },
    equivalence: { compared },
    configurations: [],
    leftOut: [],
    workloads: [],
    arms: [],
    databases: [],
    warmUps: [],
    summaries: [],
    comparisons: [],
    gates: [],
    costs,
    memory: [],
    curves: [],
    waterfalls,
    tables,
    diagrams,
    tradeoffs,
    plots,
    timelines,
    graphs,
    ...(sizing && { sizing }),
    blocks: [],
  };
  const reasons = experiment.check?.(figures) ?? [];
  return { ...figures, valid: reasons.length === 0, reasons, conclusion: conclusionOf(experiment, figures) };
}
