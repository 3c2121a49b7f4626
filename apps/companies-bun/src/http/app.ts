import { type Context, Hono } from 'hono';
import type { JWK } from 'jose';
import type { Handler } from '../companies/handlers';
import { ownOperations } from '../contract/document';
import { problemOf } from '../data/database';
import type { Log } from '../log';
import { Problem, invalid, notFound, unavailable } from '../problem';
import { type Exchange, jsonReply } from './exchange';
import { type Guard, serving } from './operation';

interface AppOptions {
  handlers: Record<string, Handler>;
  guard: Guard;
  log: Log;
  /** Whether this process accepts traffic. */
  readiness: { accepting: boolean };
  /** Rejects while the database is out of reach. */
  probe: () => Promise<unknown>;
  expose: () => Promise<Response>;
  /** The public keys of this service's own tokens. */
  published: () => JWK[];
}

type Answer = (exchange: Exchange, params: Record<string, string>) => Promise<Response | undefined>;

/** The app with its routes: the operations of the contract's documents, and what every process has beside them. */
export function createApp({ handlers, guard, log, readiness, probe, expose, published }: AppOptions) {
  const app = new Hono<{ Bindings: Exchange }>({ getPath: (_request, options) => routed(options!.env as Exchange) });

  app.use(async ({ env: { incoming } }, next) => {
    // HTTP/1.1 wants the header in every request (RFC 9112, 3.2).
    if (incoming.httpVersion === '1.1' && incoming.headers.host === undefined)
      throw invalid('The Host header is missing');
    await next();
  });

  const serve = (path: string, answers: Record<string, Answer>) => {
    const route = path.replace(/\{(\w+)\}/g, ':$1');
    const run = (answer: Answer) => async (context: Context<{ Bindings: Exchange }>) => {
      context.env.route = route;
      // What was begun for somebody who has gone is answered to nobody.
      return (await answer(context.env, context.req.param())) ?? new Response(null, { status: 499 });
    };
    for (const [method, answer] of Object.entries(answers)) app.on(method.toUpperCase(), route, run(answer));
    app.all(route, run(methodNotAllowed(Object.keys(answers))));
  };
  const read = (path: string, answer: Answer) => serve(path, { get: answer });

  read('/health/live', async (exchange) => jsonReply(exchange, 200, { status: 'live' }));
  read('/health/ready', async (exchange) => {
    if (!readiness.accepting) throw unavailable('This process');
    await probe().catch((cause: unknown) => {
      throw unavailable('The database', cause);
    });
    return jsonReply(exchange, 200, { status: 'ready' });
  });
  read('/metrics', expose);
  read('/.well-known/service-jwks.json', async (exchange) => jsonReply(exchange, 200, { keys: published() }));

  const byPath = Map.groupBy(ownOperations, ({ path }) => path);
  for (const [path, operations] of byPath) {
    const answers = operations.map((operation) => {
      const handle = handlers[operation.id];
      if (!handle) throw new Error(`Nothing answers ${operation.id}, which the contract gives to this service`);
      return [operation.method, serving(operation, handle, guard)] as const;
    });
    serve(path, Object.fromEntries(answers));
  }

  const refuse = (error: unknown, { env }: Context<{ Bindings: Exchange }>) => {
    const problem = error instanceof Problem ? error : problemOf(error);
    const { requestId } = env.asker;
    if (!problem) log.error({ err: error, requestId }, 'unexpected error');
    // What has no cause, this process has decided itself: its metrics count that.
    else if (problem.status >= 500 && problem.cause !== undefined) log.warn({ err: problem, requestId }, 'unavailable');
    const { status, detail, more } = problem ?? new Problem(500, 'Internal server error');
    return jsonReply(env, status, { error: { message: detail, status } }, more.headers);
  };
  app.notFound((context) => refuse(notFound(), context));
  app.onError(refuse);
  return app;
}

/** The path as it was sent, because a URL resolves dots in it; a slash at its end makes no difference. */
const routed = ({ path }: Exchange): string => (path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path);

/** Rejects all other methods on an existing path, and lists these in `Allow`. */
function methodNotAllowed(methods: string[]): Answer {
  const allow = [...methods, ...(methods.includes('get') ? ['head'] : []), 'options'].sort().join(', ').toUpperCase();
  return async ({ method }) => {
    throw new Problem(405, `${method} is not allowed here; allowed: ${allow}`, { headers: { Allow: allow } });
  };
}
