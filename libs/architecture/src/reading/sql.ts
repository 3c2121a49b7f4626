import ts from 'typescript';
import { declarationOf } from '../code/declarations';
import type { Workspace } from '../code/workspace';
import { callsBelow } from './calls';

/** The SQL statements that a piece of code runs: its own, and those of the functions that it calls, and that these call. */
export function statementsOf(workspace: Workspace, node: ts.Node): ts.ObjectLiteralExpression[] {
  const seen = new Set<ts.Node>();
  const visit = (code: ts.Node): ts.ObjectLiteralExpression[] => {
    if (seen.has(code)) return [];
    seen.add(code);
    const called = callsBelow(code).flatMap(({ callee }) => {
      const { value } = declarationOf(workspace, code.getSourceFile().fileName, callee) ?? {};
      return value && isFunction(value) ? visit(value) : [];
    });
    return [...writtenIn(code), ...called];
  };
  return [...new Set(visit(node))];
}

const isFunction = (node: ts.Node) => ts.isFunctionDeclaration(node) || ts.isArrowFunction(node);

/** `{ name: …, text: …, values: … }` */
function writtenIn(node: ts.Node): ts.ObjectLiteralExpression[] {
  const found: ts.ObjectLiteralExpression[] = [];
  const visit = (inner: ts.Node): void => {
    if (ts.isObjectLiteralExpression(inner) && ['name', 'text'].every((name) => has(inner, name))) found.push(inner);
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return found;
}

const has = ({ properties }: ts.ObjectLiteralExpression, name: string) =>
  properties.some((property) => property.name?.getText() === name);
