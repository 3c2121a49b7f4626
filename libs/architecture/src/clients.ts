import ts from 'typescript';
import { importsOf } from './code/imports';
import { placeOf, type Workspace } from './code/workspace';

/** One method of an HTTP client: the operation that it asks, in place of a function of a neighbour. */
export interface Call {
  /** The client's name: `httpJobBoard`. */
  readonly client: string;
  /** The port that it implements. */
  readonly port: string;
  readonly method: string;
  /** The operation's key in the contracts, whether or not they declare it. */
  readonly operation: string;
  readonly place: string;
  /** The declaration of the client. */
  readonly statement: ts.Statement;
}

const CLIENTS = 'libs/service-clients/src';

/**
 * The calls that HTTP clients make: a client is a function that returns an object of its port's type, and each of its
 * methods names one internal operation.
 */
export const callsIn = (workspace: Workspace): Call[] =>
  workspace.sources(CLIENTS).flatMap((file) => {
    const operations = importsOf(workspace, file).find(({ name }) => name === 'internalOperations')?.local;
    return operations ? workspace.parsed(file).statements.flatMap((statement) => callsOf(statement, operations)) : [];
  });

function callsOf(statement: ts.Statement, operations: string): Call[] {
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
    if (!initializer || !ts.isArrowFunction(initializer) || !initializer.type) return [];
    const there = { client: name.getText(), port: initializer.type.getText(), statement };
    return methodsIn(initializer.body, operations).map((method) => ({ ...there, ...method }));
  });
}

function methodsIn(body: ts.Node, operations: string): Pick<Call, 'method' | 'operation' | 'place'>[] {
  const methods: ReturnType<typeof methodsIn> = [];
  const visit = (node: ts.Node): void => {
    if (!ts.isPropertyAssignment(node)) return ts.forEachChild(node, visit);
    const operation = operationIn(node.initializer, operations);
    const name = ts.isStringLiteral(node.name) ? node.name.text : node.name.getText();
    if (operation) methods.push({ method: name, operation, place: placeOf(node) });
  };
  visit(body);
  return methods;
}

/** The first `internal.NAME` below a node. */
function operationIn(node: ts.Node, operations: string): string | undefined {
  const isNamed = ts.isPropertyAccessExpression(node) && node.expression.getText() === operations;
  return isNamed ? node.name.text : ts.forEachChild(node, (child) => operationIn(child, operations));
}
