import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** A name that a file imports, and the package it comes from. */
export interface Import {
  readonly from: string;
  readonly name: string;
}

/** A TypeScript file as a syntax tree. */
export const parsed = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);

/** The named imports of a file, under their original names. */
export const importsOf = (file: string): Import[] =>
  parsed(file).statements.filter(ts.isImportDeclaration).flatMap(named);

function named({ importClause, moduleSpecifier }: ts.ImportDeclaration): Import[] {
  const bindings = importClause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings) || !ts.isStringLiteral(moduleSpecifier)) return [];
  return bindings.elements.map(({ name, propertyName }) => ({
    from: moduleSpecifier.text,
    name: (propertyName ?? name).text,
  }));
}
