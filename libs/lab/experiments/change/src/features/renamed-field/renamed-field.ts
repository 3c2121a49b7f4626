import type { Feature } from '../feature';
import { companies } from './companies';
import { contracts } from './contracts';
import { docs } from './docs';
import { jobs } from './jobs';
import { lab } from './lab';
import { suite } from './suite';

/**
 * `numEmployees` becomes `employees` for clients, who may use either name for a transition: the expanding half of a
 * parallel change (https://martinfowler.com/bliki/ParallelChange.html). Columns and the answers between services keep
 * their name, so that nothing depends on the order in which services come.
 */
export const renamedField: Feature = {
  name: 'renamed-field',
  title: 'A renamed field kept compatible: numEmployees, now employees',
  edits: [...contracts, ...companies, ...jobs, ...suite, ...lab, ...docs],
};
