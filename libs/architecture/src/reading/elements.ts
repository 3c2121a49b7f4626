import ts from 'typescript';
import { declarationsIn } from '../code/declarations';
import { usedBy } from '../code/reach';
import type { Workspace } from '../code/workspace';
import type { Element } from '../metrics/coupling';
import type { Graph } from '../metrics/graph';
import { projectOf } from './projects';
import type { Topology } from './system';

const isType = (statement: ts.Statement) =>
  ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);

const idOf = (statement: ts.Statement) => `${statement.getSourceFile().fileName}:${statement.pos}`;

/** The declarations that a topology needs; their packages are the projects of the workspace. */
export const elementsOf = (workspace: Workspace, { reached }: Topology): Element[] =>
  [...reached]
    .filter((statement) => isDeclaration(workspace, statement))
    .map((statement) => ({
      name: idOf(statement),
      package: projectOf(workspace, statement.getSourceFile().fileName),
      isAbstract: isType(statement),
      uses: usedBy(workspace, statement).map((used) => idOf(used.statement)),
    }));

const isDeclaration = (workspace: Workspace, statement: ts.Statement) =>
  [...declarationsIn(workspace, statement.getSourceFile().fileName).values()].some(
    (declaration) => declaration.statement === statement,
  );

/** The files that a topology needs, by what in one needs something in another. */
export function filesOf(workspace: Workspace, { reached }: Topology): Graph {
  const fileIn = (statement: ts.Statement) => statement.getSourceFile().fileName;
  const edges = [...reached].flatMap((statement) =>
    usedBy(workspace, statement).map(({ file }) => [fileIn(statement), file] as const),
  );
  return { nodes: [...new Set([...reached].map(fileIn))], edges };
}
