import { systemIn, type Workspace } from '@jobly/architecture';
import type { Observations } from '@jobly/lab/runner';
import { graphsOf } from './graphs';
import { breachTables } from './tables/breaches';
import { couplingTable } from './tables/coupling';
import { functionsTable } from './tables/functions';
import { servicesTable } from './tables/services';
import { listTables, structureTable } from './tables/structure';
import { wholeTable } from './tables/whole';

/**
 * Everything that is counted in a workspace.
 *
 * @throws StartError for a folder that is no clone of the repository
 */
export async function observationsOf(workspace: Workspace, step: (what: string) => void): Promise<Observations> {
  step('Reading the code');
  const system = systemIn(workspace);
  step('Counting');
  const functions = await functionsTable(system);
  return {
    graphs: graphsOf(system),
    tables: [
      ...[structureTable(system), functions, wholeTable(system), servicesTable(system), couplingTable(system)],
      ...breachTables(system),
      ...listTables(system),
    ],
  };
}
