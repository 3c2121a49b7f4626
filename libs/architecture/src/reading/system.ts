import type ts from 'typescript';
import type { Workspace } from '../code/workspace';
import { partsIn, topologiesIn } from '../topologies';
import { type Edge, edgesBetween } from './edges';
import { type ProcessCode, processOf } from './process';

/** An architecture of the application: its processes, and what they ask of each other. */
export interface Topology {
  readonly name: string;
  readonly processes: readonly ProcessCode[];
  readonly edges: readonly Edge[];
  /** All code that one of its processes needs. */
  readonly reached: ReadonlySet<ts.Statement>;
}

/** The same application in all its topologies. */
export interface System {
  readonly workspace: Workspace;
  readonly topologies: readonly Topology[];
}

/** @throws StartError if the workspace lacks a file that says what a topology is made of */
export function systemIn(workspace: Workspace): System {
  const topologies = topologiesIn(workspace).map((name): Topology => {
    const parts = partsIn(workspace).filter(({ topology }) => topology === name);
    const processes = parts.map((part) => processOf(workspace, part));
    const reached = new Set(processes.flatMap((process) => [...process.reached]));
    return { name, processes, edges: edgesBetween(workspace, processes), reached };
  });
  return { workspace, topologies };
}

/** The code that every topology needs. */
export function commonTo({ topologies: [first, ...others] }: System): ts.Statement[] {
  return [...(first?.reached ?? [])].filter((statement) => others.every(({ reached }) => reached.has(statement)));
}

/** The code that this topology needs, and not every topology: what it has instead of what others have. */
export function ownOf({ reached }: Topology, system: System): ts.Statement[] {
  const common = new Set(commonTo(system));
  return [...reached].filter((statement) => !common.has(statement));
}
