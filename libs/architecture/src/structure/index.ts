import { constraints, lostConstraints } from './constraints';
import { sagas, transactions } from './deletions';
import { eventEdges, synchronousEdges } from './edges';
import { internalEndpoints, operations, publicEndpoints } from './endpoints';
import { failures, fallibleCalls } from './failures';
import { codeLines, deploymentLines } from './lines';
import type { Measure } from './measure';
import { functionPorts, networkPorts } from './ports';
import { databases, processes } from './processes';
import { conventionalKeys, enforcedKeys } from './references';
import { requiredVariables, secretVariables, variables } from './settings';
import { boundaryFields, boundaryTypes } from './types';

/** What the numbers leave out. */
export const DEFINITIONS =
  'Endpoints are without health checks, metrics and documentation, which every process has. The types and fields are those of internal operations: what a gateway forwards, it does not read. Code is what a process needs, declaration by declaration, without comments and blank lines.';

/** Everything that is counted, in the order of the table. */
export const measures: readonly Measure[] = [
  processes,
  databases,
  functionPorts,
  networkPorts,
  publicEndpoints,
  internalEndpoints,
  operations,
  synchronousEdges,
  eventEdges,
  boundaryTypes,
  boundaryFields,
  variables,
  requiredVariables,
  secretVariables,
  codeLines,
  deploymentLines,
  enforcedKeys,
  conventionalKeys,
  constraints,
  lostConstraints,
  transactions,
  sagas,
  failures,
  fallibleCalls,
];
