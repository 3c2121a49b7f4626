import type { Results } from '@jobly/lab/results';
import type { Design } from '../experiment/design';
import { possibleConfigurations } from './choices';
import type { RunOptions } from './options';

/** The configurations of a design that are not possible here, each with the reason. */
export function leftOutConfigurations(design: Design, options: RunOptions): Results['leftOut'] {
  const possible = possibleConfigurations(design, options).map(({ name }) => name);
  const reason = options.addresses
    ? 'the lab cannot move processes that it did not start'
    : 'it takes Linux with taskset, and one CPU more than the stacks share';
  return design.configurations.filter(({ name }) => !possible.includes(name)).map(({ name }) => ({ name, reason }));
}
