import { dirname, join } from 'node:path';
import ts from 'typescript';
import { remembered } from './remembered';
import type { Workspace } from './workspace';

/** A name that a file imports, under its original name (`*` for all of a module), and where from. */
export interface Import {
  readonly from: string;
  readonly name: string;
  readonly local: string;
  readonly node: ts.ImportDeclaration;
}

/** The named and namespace imports of a file. */
export const importsOf = (workspace: Workspace, file: string): Import[] => importsIn(workspace.parsed(file));

const importsIn = remembered((tree: ts.SourceFile) => tree.statements.filter(ts.isImportDeclaration).flatMap(named));

function named(node: ts.ImportDeclaration): Import[] {
  const bindings = node.importClause?.namedBindings;
  if (!bindings || !ts.isStringLiteral(node.moduleSpecifier)) return [];
  const from = node.moduleSpecifier.text;
  if (ts.isNamespaceImport(bindings)) return [{ from, name: '*', local: bindings.name.text, node }];
  return bindings.elements.map(({ name, propertyName }) => ({
    from,
    name: (propertyName ?? name).text,
    local: name.text,
    node,
  }));
}

/** The file of this workspace that a specifier in a file means; undefined for a package of others. */
export function fileOf(workspace: Workspace, importer: string, specifier: string): string | undefined {
  const target = specifier.startsWith('.') ? join(dirname(importer), specifier) : aliased(workspace, specifier);
  // What is generated may be there or not, and nobody wrote it.
  if (target === undefined || target.includes('/generated/')) return undefined;
  const candidates = [target, `${target}.ts`, `${target}/index.ts`];
  return candidates.find((path) => path.endsWith('.ts') && workspace.has(path));
}

const ALIASES = 'tsconfig.base.json';

interface Settings {
  compilerOptions?: { paths?: Record<string, string[]> };
}

function aliased(workspace: Workspace, specifier: string): string | undefined {
  const [path] = aliasesOf(workspace)[specifier] ?? [];
  return path && join(path);
}

const aliasesOf = remembered((workspace: Workspace) => {
  const { compilerOptions } = JSON.parse(workspace.text(ALIASES)) as Settings;
  return compilerOptions?.paths ?? {};
});
