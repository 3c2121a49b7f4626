import ts from 'typescript';
import { declarationOf } from '../code/declarations';
import { neededBy } from '../code/reach';
import { placeOf, type Workspace } from '../code/workspace';
import { eventsIn } from '../contracts/events';
import { callsBelow, firstString } from './calls';
import type { ProcessCode } from './process';

/** One thing that a process asks of another over the network. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  /** A question, an event, or a client's request that is passed on. */
  readonly kind: 'call' | 'event' | 'forward';
  /** The operation's key in the contracts, or the path of an endpoint beside them. */
  readonly operation: string;
  /** The method of the port; for requests without a port the same as the operation. */
  readonly method: string;
  readonly place: string;
}

/** Everything that the processes of a topology ask of each other. */
export const edgesBetween = (workspace: Workspace, processes: readonly ProcessCode[]): Edge[] =>
  processes.flatMap((process) => {
    const others = processes.filter((other) => other !== process);
    return [
      ...asked(workspace, process, others),
      ...requestedByPath(workspace, process, others),
      ...forwarded(process, others),
    ];
  });

function asked(workspace: Workspace, { name: from, calls }: ProcessCode, others: readonly ProcessCode[]): Edge[] {
  const topics = new Set(eventsIn(workspace).map(({ topic }) => topic));
  return calls.flatMap(({ operation, method, port, place }) => {
    const kind = topics.has(method) ? 'event' : 'call';
    return others
      .filter(({ operations }) => operations.some(({ name }) => name === operation))
      .map(({ name: to }): Edge => ({ from, to, kind, operation, method: `${port}.${method}`, place }));
  });
}

/** `http.get('/path', …)` in one process, and `routes.get('/path', …)` in another. */
function requestedByPath(workspace: Workspace, process: ProcessCode, others: readonly ProcessCode[]): Edge[] {
  return requestsIn(process).flatMap(({ path, place, statement }) => {
    const named = addressees(workspace, process, statement);
    return others
      .filter((other) => routesIn(other).has(path) && (named === undefined || isAnyOf(other, named)))
      .map(({ name: to }): Edge => ({ from: process.name, to, kind: 'call', operation: path, method: path, place }));
  });
}

/**
 * The modules that a composition names where it uses a request, as in `keysOf({ users: env.USERS_URL })`; undefined if
 * it names none, and so asks whoever answers.
 */
function addressees(workspace: Workspace, { part }: ProcessCode, request: ts.Statement): Set<string> | undefined {
  const compose = `apps/${part.app}/src/compose.ts`;
  for (const { callee, call } of workspace.parsed(compose).statements.flatMap(callsBelow)) {
    const [first] = call.arguments;
    if (!first || !ts.isObjectLiteralExpression(first)) continue;
    const used = declarationOf(workspace, compose, callee)?.statement;
    if (used && neededBy(workspace, used).has(request)) {
      return new Set(first.properties.map(({ name }) => name?.getText() ?? ''));
    }
  }
  return undefined;
}

const CLIENTS = 'libs/service-clients/';

const byPath = ({ reached }: ProcessCode, inClients: boolean) =>
  [...reached]
    .filter((statement) => statement.getSourceFile().fileName.startsWith(CLIENTS) === inClients)
    .flatMap((statement) =>
      callsBelow(statement).flatMap(({ callee, call }) => {
        const path = firstString(call);
        const isMethod = /\.(get|post|put|patch|delete)(<|$)/.test(callee);
        return isMethod && path?.startsWith('/') ? [{ path, call, statement }] : [];
      }),
    );

/** The requests that name a path of their own, beside the contracts. */
export const requestsIn = (process: ProcessCode): { path: string; place: string; statement: ts.Statement }[] =>
  byPath(process, true).map(({ path, call, statement }) => ({ path, place: placeOf(call), statement }));

const routesIn = (process: ProcessCode): Set<string> => new Set(byPath(process, false).map(({ path }) => path));

/** Whether a process has one of the modules; what has none, and no fixture, is known by its own name. */
const isAnyOf = ({ name, modules }: ProcessCode, named: ReadonlySet<string | undefined>) =>
  modules.some((module) => named.has(module)) || named.has(name);

/** A process without modules names those to which it forwards: `forwardTo('users', …)`. */
function forwarded({ name: from, modules, part, reached, operations }: ProcessCode, others: readonly ProcessCode[]) {
  if (modules.length > 0) return [];
  const calls = [...reached]
    .filter((statement) => statement.getSourceFile().fileName.startsWith(`apps/${part.app}/`))
    .flatMap(callsBelow);
  return calls.flatMap(({ call }) => {
    const to = others.find((other) => isAnyOf(other, new Set([firstString(call)])));
    if (!to) return [];
    return operations
      .filter(({ name }) => to.operations.some((answered) => answered.name === name))
      .map(({ name }): Edge => ({
        ...{ from, to: to.name, kind: 'forward', operation: name, method: name },
        place: placeOf(call),
      }));
  });
}
