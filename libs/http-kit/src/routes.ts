import { type Identity, type Input, type Operation, type Reply, notFound, unavailable } from '@jobly/contracts';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { awaitingClient, leavePlace, placeOf } from './admission/place';
import { ignoreBody, readBody } from './body';
import { idempotencyKeyOf } from './idempotency-key';
import { methodNotAllowed } from './methods';
import { currentRemainingMs, noteCaller } from './request-context';
import { timed } from './server-timing';
import { validate } from './validation';

/**
 * Lets a request to an operation pass, and returns the caller's identity; rejects with `unauthorized` or `forbidden`.
 */
export type Guard = (operation: Operation, request: Request) => Promise<Identity | undefined>;

/** An operation and its handler. */
export interface Route {
  operation: Operation;
  handle: (input: Input<Operation>) => Promise<unknown>;
}

/** An operation and the Express handler behind it: a module's own, or a gateway's proxy to the owner. */
export type OperationHandler = readonly [Operation, RequestHandler];

/** Ties a handler to its operation; the input is validated before, the reply is typed by the contract. */
export const route = <O extends Operation>(operation: O, handle: (input: Input<O>) => Promise<Reply<O>>): Route => ({
  operation,
  handle,
});

/** The routes as request handlers, each behind the guard. */
export const guarded = (routes: Route[], guard: Guard): OperationHandler[] =>
  routes.map((route) => {
    const serve = handlerOf(route, guard);
    return [route.operation, (request, response) => serve(request, response).finally(() => leavePlace(request))];
  });

/** The stages of a route: authorization → validation → the handler → the reply. */
function handlerOf({ operation, handle }: Route, guard: Guard) {
  return async (request: Request, response: Response): Promise<void> => {
    const caller = await timed('auth', () => guard(operation, request));
    noteCaller(caller);
    const params = operation.params.safeParse(request.params);
    if (!params.success) throw notFound();
    const read = () => bodyOf(operation, request, response);
    const body = request.complete ? await read() : await awaitingClient(placeOf(request), read);
    const query = operation.query ? validate(operation.query, request.query, 'query') : undefined;
    const key = operation.keyed ? idempotencyKeyOf(operation, request, caller) : undefined;
    if (operation.method !== 'get') await polled();
    // Whoever asked has gone, perhaps because this process stood still, and does not expect it to be done any more.
    if (!request.socket.writable) return;
    if (currentRemainingMs() <= 0) throw unavailable('The server');
    const reply = await handle({ params: params.data, query, body, key });
    response.status(operation.status);
    if (reply === undefined) response.end();
    else response.type('json').send(timed('json', () => JSON.stringify(reply)));
  };
}

/**
 * Resolves when the event loop has looked at all connections once more: the end of one is behind the request that came
 * over it, and seen a turn later.
 */
const polled = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));

async function bodyOf({ body: schema }: Operation, request: Request, response: Response): Promise<unknown> {
  if (!schema) return ignoreBody(request);
  const given = await timed('json', () => readBody(request, response));
  return timed('json', () => validate(schema, given, 'body'));
}

/** One router for a list of operations; a known path with another method gets 405 with `Allow`. */
export function router(handlers: Iterable<OperationHandler>): Router {
  const routes = Router({ caseSensitive: true });
  const byPath = Map.groupBy(handlers, ([operation]) => operation.path);
  for (const [path, entries] of byPath) {
    const here = routes.route(path);
    for (const [{ method }, handler] of entries) here[method](handler);
    here.all(methodNotAllowed(entries.map(([{ method }]) => method)));
  }
  return routes;
}
