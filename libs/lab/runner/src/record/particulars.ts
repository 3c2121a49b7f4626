import type { Results } from '@jobly/lab/results';
import { seededSize } from '@jobly/lab/system-under-test';
import type { RunOptions } from '../choose/options';
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

/** What was chosen of the data and of the mix. The data of stacks that ran already is unknown. */
export const knobsOf = (
  { stacks }: Experiment,
  { addresses, data = seededSize, writes }: RunOptions,
): Pick<Results['settings'], 'data' | 'writes'> => ({
  ...(stacks !== 'none' && !addresses && { data }),
  ...(writes !== undefined && { writes }),
});

/** The origin of the stacks. */
export const stacksOf = ({ stacks }: Experiment, { options }: RunContext): Results['settings']['stacks'] =>
  stacks === 'none' ? 'none' : options.addresses ? 'given' : 'started';
