import ts from 'typescript';
import { importsOf } from '../code/imports';
import { placeOf, type Workspace } from '../code/workspace';
import { operationsIn, ownersIn } from '../contracts/operations';
import { requestsIn } from './edges';
import type { System, Topology } from './system';

/** Something that goes past the interfaces that are counted. */
export interface Breach {
  readonly what: string;
  readonly place: string;
}

/** What the figures would miss: tables of others, modules in modules, and calls that nobody has declared or answers. */
export const breachesIn = ({ workspace, topologies }: System): Breach[] => {
  const all = [...topologies.flatMap((topology) => breachesOf(workspace, topology)), ...modulesInModules(workspace)];
  return [...new Map(all.map((breach) => [`${breach.what} ${breach.place}`, breach])).values()];
};

const breachesOf = (workspace: Workspace, topology: Topology): Breach[] => [
  ...callsIntoNothing(workspace, topology),
  ...tablesOfOthers(topology),
];

function callsIntoNothing(workspace: Workspace, { processes, edges }: Topology): Breach[] {
  const declared = operationsIn(workspace);
  const missing = (from: string, operation: string) =>
    !edges.some((edge) => edge.from === from && edge.operation === operation);
  return processes.flatMap((process) => {
    const { name, calls } = process;
    const named = calls.map(({ operation, place }) => ({
      operation,
      place,
      why: declared.has(operation) ? 'which no other process answers' : 'which the contracts do not declare',
    }));
    const byPath = requestsIn(process).map(({ path, place }) => ({
      ...{ operation: path, place, why: 'which no other process answers' },
    }));
    return [...named, ...byPath]
      .filter(({ operation }) => missing(name, operation))
      .map(({ operation, place, why }) => ({ what: `${name} calls ${operation}, ${why}`, place }));
  });
}

/** Names of tables in SQL. */
const TABLE = /\b(?:FROM|JOIN|INTO|UPDATE)\s+"?([a-z_]+)"?/g;

function tablesOfOthers({ processes }: Topology): Breach[] {
  const owners = new Map(processes.flatMap(({ name, tables }) => (tables?.names ?? []).map((table) => [table, name])));
  return processes.flatMap(({ name, tables, reached }) =>
    [...reached].flatMap(textsIn).flatMap((node) =>
      Array.from(node.getText().matchAll(TABLE), ([, table = '']) => table)
        .filter((table) => owners.has(table) && !tables?.names.includes(table))
        .map((table) => ({
          what: `${name} reads ${table}, a table of ${owners.get(table) ?? ''}`,
          place: placeOf(node),
        })),
    ),
  );
}

function textsIn(statement: ts.Statement): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) found.push(node);
    else ts.forEachChild(node, visit);
  };
  visit(statement);
  return found;
}

const modulesInModules = (workspace: Workspace): Breach[] => {
  const modules = ownersIn(workspace);
  return modules.flatMap((module) =>
    workspace.sources(`libs/${module}/src`).flatMap((file) =>
      importsOf(workspace, file)
        .filter(({ from }) => modules.some((other) => other !== module && from.startsWith(`@jobly/${other}`)))
        .map(({ from, name, node }) => ({ what: `${module} imports ${name} from ${from}`, place: placeOf(node) })),
    ),
  );
};
