import { neededLines, projectOf, systemIn, type Topology, type Workspace, workspaceAt } from '@jobly/architecture';

/** One process of a topology that can be deployed by itself. */
export interface Deployable {
  readonly name: string;
  /** Its folder in `apps`. */
  readonly app: string;
  readonly place: string;
  /** The name of its database, if it has one. */
  readonly database: string | undefined;
}

/** A topology, as far as it tells what a change touches. */
export interface ReadTopology {
  readonly name: string;
  readonly deployables: readonly Deployable[];
  /** The folders of the projects in which there is something that its processes need. */
  readonly projects: ReadonlySet<string>;
  /** Whether its processes need a line of a TypeScript file, counted from 1. */
  needs(file: string, line: number): boolean;
}

/** A copy of the workspace, read. */
export interface Reading {
  readonly topologies: readonly ReadTopology[];
  /** The folder of the project that a file belongs to. */
  projectOf(file: string): string;
}

/** Reads a copy of the workspace: a bundle of its own, which keeps TypeScript out of the lab's other processes. */
export function readWorkspace(root: string): Reading {
  const workspace = workspaceAt(root);
  return {
    topologies: systemIn(workspace).topologies.map((topology) => read(workspace, topology)),
    projectOf: (file) => projectOf(workspace, file),
  };
}

function read(workspace: Workspace, topology: Topology): ReadTopology {
  const files = new Set([...topology.reached].map((statement) => statement.getSourceFile().fileName));
  return {
    name: topology.name,
    deployables: topology.processes.map(({ name, part: { app, place, database } }) => {
      return { name, app, place, database: database?.name };
    }),
    projects: new Set([...files].map((file) => projectOf(workspace, file))),
    needs: (file, line) => workspace.has(file) && neededLines(workspace, topology, file)(line),
  };
}
