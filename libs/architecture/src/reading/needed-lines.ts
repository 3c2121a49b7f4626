import ts from 'typescript';
import { exportOf } from '../code/declarations';
import { fileOf } from '../code/imports';
import type { Workspace } from '../code/workspace';
import type { Topology } from './system';

/**
 * Whether the processes of a topology need a line of a TypeScript file, counted from 1. They need the declarations that
 * they reach, and the imports and exports on the way there; a line between two statements goes with the one below it.
 */
export function neededLines(
  workspace: Workspace,
  { reached }: Pick<Topology, 'reached'>,
  file: string,
): (line: number) => boolean {
  const tree = workspace.parsed(file);
  const named = identifiersIn(tree.statements.filter((statement) => reached.has(statement)));
  const isNeeded = (statement: ts.Statement): boolean => {
    if (ts.isImportDeclaration(statement)) return localsOf(statement).some((name) => named.has(name));
    if (ts.isExportDeclaration(statement)) return isPassedOn(workspace, statement, reached);
    return reached.has(statement);
  };
  const ends = tree.statements.map((statement) => ({
    needed: isNeeded(statement),
    line: tree.getLineAndCharacterOfPosition(statement.end).line + 1,
  }));
  return (line) => (ends.find((end) => line <= end.line) ?? ends.at(-1))?.needed ?? false;
}

function localsOf({ importClause }: ts.ImportDeclaration): string[] {
  const bindings = importClause?.namedBindings;
  const named = bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
  const all = bindings && ts.isNamespaceImport(bindings) ? [bindings.name.text] : [];
  return [...named, ...all, ...(importClause?.name ? [importClause.name.text] : [])];
}

function identifiersIn(statements: readonly ts.Statement[]): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  statements.forEach(visit);
  return names;
}

/** Whether something that is reached is exported from another file there. */
function isPassedOn(
  workspace: Workspace,
  { moduleSpecifier, exportClause }: ts.ExportDeclaration,
  reached: ReadonlySet<ts.Statement>,
): boolean {
  const from = moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier : undefined;
  const target = from && fileOf(workspace, from.getSourceFile().fileName, from.text);
  if (target === undefined) return false;
  if (!exportClause || !ts.isNamedExports(exportClause)) {
    return workspace.parsed(target).statements.some((statement) => reached.has(statement));
  }
  return exportClause.elements.some(({ name, propertyName }) => {
    const declaration = exportOf(workspace, target, (propertyName ?? name).text);
    return declaration !== undefined && reached.has(declaration.statement);
  });
}
