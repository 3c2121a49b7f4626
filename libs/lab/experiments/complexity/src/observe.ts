import { systemIn, type Workspace } from '@jobly/architecture';
import type { Observations } from '@jobly/lab/runner';
import { graphsOf } from './graphs';
import type { Recording } from './recording/stacks';
import { diagramsOf } from './sequence/diagrams';
import { availabilityTable } from './tables/availability';
import { behaviourTable } from './tables/behaviour';
import { breachTables } from './tables/breaches';
import { couplingTable } from './tables/coupling';
import { edgesTables } from './tables/edges';
import { functionsTable } from './tables/functions';
import { pairsTable } from './tables/pairs';
import { servicesTable } from './tables/services';
import { listTables, structureTable } from './tables/structure';
import { trafficTable } from './tables/traffic';
import { wholeTable } from './tables/whole';

/**
 * Everything that is counted in a workspace, and in its processes, if they were recorded.
 *
 * @throws StartError for a folder that is no clone of the repository
 */
export async function observationsOf(
  workspace: Workspace,
  step: (what: string) => void,
  recordings: readonly Recording[] = [],
): Promise<Observations> {
  step('Reading the code');
  const system = systemIn(workspace);
  step('Counting');
  const functions = await functionsTable(system);
  return {
    graphs: graphsOf(system),
    ...(recordings.length > 0 && { diagrams: diagramsOf(recordings) }),
    tables: [
      ...[structureTable(system), functions, wholeTable(system), servicesTable(system), pairsTable(system)],
      couplingTable(system),
      ...(recordings.length > 0
        ? [behaviourTable, trafficTable, availabilityTable].map((table) => table(recordings))
        : []),
      ...breachTables(system, recordings),
      ...edgesTables(system, recordings),
      ...listTables(system),
    ],
  };
}
