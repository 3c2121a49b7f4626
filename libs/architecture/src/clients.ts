import { type Operation, internalOperations } from '@jobly/contracts';
import ts from 'typescript';
import { parsed } from './source';

/** One method of a port, as the HTTP client of that port asks it. */
export interface Question {
  readonly port: string;
  readonly method: string;
  readonly operation: Operation;
}

/**
 * The questions of each HTTP client, by the client's name (`httpJobBoard`): a client is a function that returns an
 * object of its port's type, and each of its methods names one internal operation.
 */
export function clientsIn(file: string): Map<string, Question[]> {
  const clients = new Map<string, Question[]>();
  for (const statement of parsed(file).statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!initializer || !ts.isArrowFunction(initializer) || !initializer.type) continue;
      clients.set(name.getText(), questionsOf(initializer.type.getText(), initializer.body));
    }
  }
  return clients;
}

function questionsOf(port: string, body: ts.Node): Question[] {
  const methods: Question[] = [];
  const visit = (node: ts.Node): void => {
    if (!ts.isPropertyAssignment(node)) return ts.forEachChild(node, visit);
    const operation = operationIn(node.initializer);
    if (operation) methods.push({ port, method: node.name.getText(), operation });
  };
  visit(body);
  return methods;
}

/** The first `….NAME` below a node where NAME is an internal operation. */
function operationIn(node: ts.Node): Operation | undefined {
  const named = ts.isPropertyAccessExpression(node) ? operations.get(node.name.text) : undefined;
  return named ?? ts.forEachChild(node, operationIn);
}

const operations = new Map<string, Operation>(Object.entries(internalOperations));
