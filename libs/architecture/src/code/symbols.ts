import { StartError } from '@jobly/contracts';
import ts from 'typescript';
import { declarationsIn } from './declarations';
import type { Workspace } from './workspace';

/**
 * What a name in a file means: `libs/jobs/src/jobs.ts#createJobs.detail` is what is called `detail` inside the
 * declaration `createJobs`.
 * @throws StartError if the file has no such thing any more
 */
export function symbolIn(workspace: Workspace, symbol: string): ts.Node {
  const [file = '', path = ''] = symbol.split('#');
  const [declared = '', ...members] = path.split('.');
  const declaration: ts.Node | undefined = declarationsIn(workspace, file).get(declared)?.statement;
  const found = members.reduce((node, name) => node && memberIn(node, name), declaration);
  if (!found) throw new StartError(`${file} has no ${path} any more: write its new name where ${symbol} is named.`);
  return found;
}

/** The first thing of a name inside another: a property, a method, a function or a variable. */
export function memberIn(node: ts.Node, name: string): ts.Node | undefined {
  return ts.forEachChild(node, (child) => (isCalled(child, name) ? child : memberIn(child, name)));
}

function isCalled(node: ts.Node, name: string): boolean {
  const isNamed =
    ts.isPropertyAssignment(node) ||
    ts.isShorthandPropertyAssignment(node) ||
    ts.isPropertySignature(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isMethodSignature(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isVariableDeclaration(node);
  if (!isNamed || !node.name) return false;
  return (ts.isStringLiteral(node.name) ? node.name.text : node.name.getText()) === name;
}
