import ts from 'typescript';
import { type Declaration, declarationOf, declarationsIn, exportOf } from './declarations';
import { fileOf, importsOf } from './imports';
import type { Workspace } from './workspace';

/**
 * The top-level statements of this workspace that a file needs, directly or through others, its own included: what
 * remains of its libraries if everything unused is left out. It follows names, so it is complete, but a local variable
 * of the same name as a declaration in the same file counts as a use of it.
 */
export function reachedFrom(workspace: Workspace, file: string): Set<ts.Statement> {
  const reached = new Set<ts.Statement>();
  const visited = new Set<string>();
  const pending = workspace.parsed(file).statements.filter(isCode);
  const visit = (path: string) => {
    if (visited.has(path)) return;
    visited.add(path);
    pending.push(...workspace.parsed(path).statements.filter(ts.isExpressionStatement));
  };
  for (let statement = pending.pop(); statement; statement = pending.pop()) {
    if (reached.has(statement)) continue;
    reached.add(statement);
    for (const used of usedBy(workspace, statement)) {
      visit(used.file);
      pending.push(used.statement);
    }
  }
  return reached;
}

/** The statements that one needs, directly or through others, itself included. */
export function neededBy(workspace: Workspace, statement: ts.Statement): Set<ts.Statement> {
  const needed = new Set([statement]);
  for (const one of needed) for (const used of usedBy(workspace, one)) needed.add(used.statement);
  return needed;
}

const isCode = (statement: ts.Statement) => !ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement);

/** The declarations that a statement names, other than itself. */
export function usedBy(workspace: Workspace, statement: ts.Statement): readonly Declaration[] {
  const before = known.get(statement);
  if (before) return before;
  const file = statement.getSourceFile().fileName;
  const own = declarationsIn(workspace, file);
  const imports = new Map(importsOf(workspace, file).map((imported) => [imported.local, imported]));
  const used = new Map<ts.Statement, Declaration>();
  const visit = (node: ts.Node): void => {
    const declaration = own.has(nameOf(node)) || imports.has(nameOf(node)) ? meant(node) : undefined;
    if (declaration && declaration.statement !== statement) used.set(declaration.statement, declaration);
    ts.forEachChild(node, visit);
  };
  const meant = (node: ts.Node): Declaration | undefined => {
    const namespace = imports.get(nameOf(node));
    if (namespace?.name !== '*') return isReference(node) ? declarationOf(workspace, file, nameOf(node)) : undefined;
    const target = fileOf(workspace, file, namespace.from);
    const member = ts.isPropertyAccessExpression(node.parent) ? node.parent.name.text : '';
    return target === undefined ? undefined : exportOf(workspace, target, member);
  };
  visit(statement);
  const declarations = [...used.values()];
  known.set(statement, declarations);
  return declarations;
}

/** Several processes need the same code. */
const known = new WeakMap<ts.Statement, readonly Declaration[]>();

const nameOf = (node: ts.Node) => (ts.isIdentifier(node) ? node.text : '');

/** Not the name of a property: `it.find`, `{ find: … }`. */
function isReference(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name !== node;
  const isNamed =
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isParameter(parent);
  return !isNamed || parent.name !== node;
}
