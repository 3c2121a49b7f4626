import type { Results } from '@jobly/lab/results';
import type { Experiment } from '../experiment/experiment';
import { possibleConfigurations } from './choices';
import type { RunOptions } from './options';

/** The configurations of an experiment that are not possible here, each with the reason. */
export function leftOutConfigurations(experiment: Experiment, options: RunOptions): Results['leftOut'] {
  const possible = possibleConfigurations(experiment, options).map(({ name }) => name);
  const reason = options.addresses
    ? 'the lab cannot move processes that it did not start'
    : 'it takes Linux with taskset, and one CPU more than the stacks share';
  return experiment.configurations.filter(({ name }) => !possible.includes(name)).map(({ name }) => ({ name, reason }));
}
