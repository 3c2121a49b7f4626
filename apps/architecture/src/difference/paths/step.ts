import { placeOf, statementsOf, symbolIn, type Topology, type Workspace } from '@jobly/architecture';
import { StartError } from '@jobly/contracts';

/** One step of a request on its way: what happens, in which process, and where it is written. */
export interface Step {
  readonly process: string;
  readonly what: string;
  readonly place: string;
  /** How many SQL statements the step runs. */
  readonly statements: number;
  /** How it leads into another process. */
  readonly crossing?: 'request' | 'event' | undefined;
  /** Set where a change becomes durable. */
  readonly commits?: true;
}

/** A topology, and the code that it is read from. */
export interface Scene {
  readonly workspace: Workspace;
  readonly topology: Topology;
}

/** A step whose code is found by name. */
export function stepAt({ workspace }: Scene, process: string, what: string, symbol: string): Step {
  const node = symbolIn(workspace, symbol);
  return { process, what, place: placeOf(node), statements: statementsOf(workspace, node).length };
}

/**
 * The process that a module runs in.
 * @throws StartError if the topology does not have that module
 */
export function hostOf({ topology }: Scene, module: string) {
  const host = topology.processes.find(({ modules }) => modules.includes(module));
  if (!host) throw new StartError(`No process of ${topology.name} has the module ${module}.`);
  return host;
}

/** The composition of a process. */
export function composeOf({ processes }: Topology, name: string): string {
  const app = processes.find((process) => process.name === name)?.part.app ?? name;
  return `apps/${app}/src/compose.ts`;
}
