import ts from 'typescript';
import { placeOf } from '../code/workspace';
import { tagsOf } from '../reading/projects';
import { ownOf, type System, type Topology } from '../reading/system';
import { distinct, type Item, type Measure } from './measure';

/** Code between processes: the libraries of clients, and processes that only pass requests on. */
function betweenProcesses(topology: Topology, system: System): ts.Statement[] {
  const gateways = topology.processes.filter(({ modules }) => modules.length === 0);
  return ownOf(topology, system).filter((statement) => {
    const { fileName } = statement.getSourceFile();
    const isGateway = gateways.some(({ part }) => fileName.startsWith(`apps/${part.app}/`));
    return isGateway || tagsOf(system.workspace, fileName).includes('type:interface');
  });
}

/** The failure that an expression makes: `new TimeoutError(…)`, `unavailable(…)`, `circuitBreaker(…)`. */
function failureIn(node: ts.Node): string | undefined {
  if (ts.isThrowStatement(node)) {
    const { expression } = node;
    const isMade = ts.isNewExpression(expression) || ts.isCallExpression(expression);
    const name = isMade ? expression.expression.getText() : '';
    // A plain Error has nothing but its message, and a StartError ends a start, not a call.
    if (isMade && name === 'Error') return `Error ${expression.arguments?.[0]?.getText() ?? ''}`.trim();
    return name === '' || name === 'StartError' ? undefined : name;
  }
  const isBreaker = ts.isCallExpression(node) && node.expression.getText() === 'circuitBreaker';
  return isBreaker ? 'circuit breaker open' : undefined;
}

function failuresIn(statement: ts.Statement): Item[] {
  const found: Item[] = [];
  const visit = (node: ts.Node): void => {
    const what = failureIn(node);
    if (what) found.push({ what, place: placeOf(node) });
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return found;
}

export const failures: Measure = {
  name: 'failures',
  title: 'kinds of failure between processes',
  of: (topology, system) => distinct(betweenProcesses(topology, system).flatMap(failuresIn)),
};

export const fallibleCalls: Measure = {
  name: 'fallible calls',
  title: 'kinds of call from process to process, which can fail in these ways',
  of: ({ edges }) => edges.map(({ from, to, method, place }) => ({ what: `${from} → ${to}: ${method}`, place })),
};
