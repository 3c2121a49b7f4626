import ts from 'typescript';
import { fileOf, importsOf } from './imports';
import { remembered } from './remembered';
import type { Workspace } from './workspace';

/** A top-level declaration of a file. */
export interface Declaration {
  readonly file: string;
  readonly name: string;
  readonly statement: ts.Statement;
  /** The value of a constant, or the function. */
  readonly value: ts.Expression | ts.FunctionDeclaration | undefined;
}

/** The top-level declarations of a file, by their names. */
export const declarationsIn = (workspace: Workspace, file: string): ReadonlyMap<string, Declaration> =>
  declared(workspace.parsed(file));

const declared = remembered((tree: ts.SourceFile) => {
  const found = new Map<string, Declaration>();
  for (const statement of tree.statements) {
    for (const one of named(statement)) found.set(one.name, { ...one, file: tree.fileName, statement });
  }
  return found;
});

function named(statement: ts.Statement): Pick<Declaration, 'name' | 'value'>[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name, initializer }) => ({
      name: name.getText(),
      value: initializer,
    }));
  }
  if (ts.isFunctionDeclaration(statement)) return [{ name: statement.name?.text ?? 'default', value: statement }];
  const isType =
    ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) || ts.isEnumDeclaration(statement);
  if (isType || ts.isClassDeclaration(statement)) {
    return [{ name: statement.name?.text ?? 'default', value: undefined }];
  }
  return [];
}

/** What a name means in a file: something that the file declares, or that it imports from this workspace. */
export function declarationOf(workspace: Workspace, file: string, name: string): Declaration | undefined {
  const own = declarationsIn(workspace, file).get(name);
  if (own) return own;
  const imported = importsOf(workspace, file).find(({ local }) => local === name);
  if (!imported) return undefined;
  const target = fileOf(workspace, file, imported.from);
  return target === undefined ? undefined : exportOf(workspace, target, imported.name);
}

/** What a file exports under a name, itself or from other files. */
export function exportOf(workspace: Workspace, file: string, name: string): Declaration | undefined {
  const own = declarationsIn(workspace, file).get(name);
  if (own) return own;
  for (const statement of workspace.parsed(file).statements.filter(ts.isExportDeclaration)) {
    const { moduleSpecifier, exportClause } = statement;
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) continue;
    const target = fileOf(workspace, file, moduleSpecifier.text);
    const original = originalOf(exportClause, name);
    const found = target && original && exportOf(workspace, target, original);
    if (found) return found;
  }
  return undefined;
}

/** The name under which the other file exports it; undefined if this clause does not pass it on. */
function originalOf(clause: ts.NamedExportBindings | undefined, name: string): string | undefined {
  if (!clause) return name;
  if (!ts.isNamedExports(clause)) return undefined;
  const element = clause.elements.find((one) => one.name.text === name);
  return element && (element.propertyName ?? element.name).text;
}
