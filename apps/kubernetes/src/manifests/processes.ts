import { type System, settingsOf } from '@jobly/architecture';
import {
  type Blueprint,
  type PartName,
  type Secret,
  type Topology,
  authMode,
  blueprints,
  secretsOf,
  urlVariableOf,
} from '@jobly/stack';

/** The topologies that a cluster can run. The loopback is a test of the monolith. */
export const deployable = ['monolith', 'soa', 'micro'] as const satisfies Topology[];

export type Deployable = (typeof deployable)[number];

/** One process of a topology, with everything that its manifests say of it, from the code. */
export interface Process extends Pick<Blueprint, 'name' | 'app'> {
  port: number;
  /** The variable by which it listens elsewhere than its image would, if it must. */
  portVariable: string | undefined;
  /** Its database, and the variable that it reads the URL from. */
  database: { name: string; variable: string } | undefined;
  /** Whether clients reach it, through nginx. */
  isPublic: boolean;
  /** The variables that it reads. */
  settings: ReadonlySet<string>;
  /** The secrets that it needs, whatever the authentication mode. */
  secrets: readonly Secret[];
  /** The variables that hold its neighbours' URLs, and the neighbours. */
  neighbours: readonly { variable: string; name: PartName; port: number }[];
  /** The processes that it sends requests to: questions, events, and what a gateway forwards. */
  callees: readonly string[];
  callers: readonly string[];
}

/** @throws StartError if the code that says what a topology is made of is gone */
export function processesOf({ workspace, topologies }: System, topology: Deployable): Process[] {
  const code = topologies.find(({ name }) => name === topology)!;
  const parts = blueprints.filter((part) => part.topology === topology);
  return parts.map((part): Process => {
    const settings = new Set(settingsOf(workspace, part.app).map(({ name }) => name));
    const isSent = (from: string, to: string) => code.edges.some((edge) => edge.from === from && edge.to === to);
    return {
      ...{ name: part.name, app: part.app, port: part.port.fallback, portVariable: part.port.appReads, settings },
      database: part.database && {
        name: part.database.name,
        variable: part.database.appReads ?? part.database.variable,
      },
      isPublic: code.processes.some(({ name, isPublic }) => name === part.name && isPublic),
      secrets: [...new Set(authMode.valuesOf[topology].flatMap((mode) => secretsOf(part, mode)))],
      neighbours: parts.flatMap(({ name, modules, port }) =>
        modules
          .map(urlVariableOf)
          .filter((variable) => settings.has(variable))
          .map((variable) => ({ variable, name, port: port.fallback })),
      ),
      callees: parts.flatMap(({ name }) => (isSent(part.name, name) ? name : [])),
      callers: parts.flatMap(({ name }) => (isSent(name, part.name) ? name : [])),
    };
  });
}
