import type { Results } from '@jobly/lab/results';
import type { Experiment } from '../experiment/experiment';
import type { RunContext } from '../run/measure-options';

type Particulars = Pick<
  Results,
  'format' | 'version' | 'experiment' | 'question' | 'hypothesis' | 'startedAt' | 'durationMs' | 'machine'
>;

/** The general part of every run's results. */
export const particularsOf = ({ name, question, hypothesis }: Experiment, { run }: RunContext): Particulars => ({
  format: 'jobly-lab-results',
  version: 3,
  experiment: name,
  question,
  hypothesis,
  startedAt: run.startedAt.toISOString(),
  durationMs: Date.now() - run.startedAt.getTime(),
  machine: run.machine,
});

/** The origin of the stacks. */
export const stacksOf = ({ stacks }: Experiment, { options }: RunContext): Results['settings']['stacks'] =>
  stacks === 'none' ? 'none' : options.addresses ? 'given' : 'started';
