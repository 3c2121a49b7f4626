import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Problem, StartError } from '../problem';
import type { Log } from '../log';
import type { createAdmission } from './admission';
import type { createApp } from './app';
import { type Exchange, beginExchange, jsonReply, takePlace } from './exchange';
import { refuseMalformed } from './malformed';
import type { createMetrics } from './metrics';

/** Longer than any client of ours keeps an idle connection, so that the server is never the side that closes it (ms). */
const IDLE_TIMEOUT_MS = 65_000;

/** How long a connection without a request is still waited for when the process stops (ms). */
const LAST_MS = 250;

/** Whoever watches the process must be answered above all when it has too much to do. */
const isWatching = (path: string) => /^\/(health\/(live|ready)|metrics)\/?$/.test(path);

/**
 * A head is given up sooner than by Bun, which closes the connection after 10 to 15 s and says nothing. A whole request has
 * as much time as on Node.js (ms).
 */
const TIMEOUTS = { headersTimeout: 7_000, requestTimeout: 300_000, connectionsCheckingInterval: 500 };

export type Timeouts = typeof TIMEOUTS;

interface ServerOptions {
  host: string;
  port: number;
  app: ReturnType<typeof createApp>;
  admission: ReturnType<typeof createAdmission>;
  metrics: ReturnType<typeof createMetrics>;
  log: Log;
  timeouts?: Timeouts | undefined;
}

/**
 * Listens, or explains why it cannot. By Bun's server of node:http: Bun.serve drops the body of a GET and joins headers
 * that come twice, and the contract speaks of both.
 * @throws StartError for a port that is taken or not allowed.
 */
export async function listen({ host, port, app, admission, metrics, log, timeouts = TIMEOUTS }: ServerOptions) {
  const underWay = new Set<ServerResponse>();
  /** Connections without a request so far. */
  const unasked = new Set<Socket>();
  let draining = false;

  const fetched = async (exchange: Exchange) => {
    // A Request has none of these methods, and neither has a route; the path is in the exchange.
    const method = /^(CONNECT|TRACE|TRACK)$/.test(exchange.method) ? 'OPTIONS' : exchange.method;
    return app.fetch(new Request('http://companies/', { method }), exchange);
  };

  async function answer(exchange: Exchange): Promise<Response> {
    if (isWatching(exchange.path)) return fetched(exchange);
    const place = await admission.enter().catch((error: unknown) => error as Problem);
    if (place instanceof Problem) {
      const { status, detail, more } = place;
      return jsonReply(exchange, status, { error: { message: detail, status } }, more.headers);
    }
    takePlace(exchange, place);
    try {
      return await fetched(exchange);
    } finally {
      place.leave();
    }
  }

  async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const exchange = beginExchange(incoming, outgoing);
    const response = unlessHad(exchange, await answer(exchange));
    // Unread, a body would block the next request on the connection.
    incoming.resume();
    const { status, headers } = response;
    headers.set('X-Request-Id', exchange.asker.requestId!);
    if (draining) headers.set('Connection', 'close');
    const body = await response.text();
    const length = exchange.method === 'HEAD' ? exchange.sentBytes : Buffer.byteLength(body);
    if (status !== 204 && status !== 304) headers.set('Content-Length', String(length));
    outgoing.writeHead(status, Object.fromEntries(headers)).end(body);
    exchange.sentBytes = Buffer.byteLength(body);
    note(exchange, response);
  }

  function note(exchange: Exchange, response: Response): void {
    const { method, path, asker, begin } = exchange;
    const ms = performance.now() - begin;
    metrics.observe(exchange, response, ms);
    // One line per request without anything secret: no headers, no bodies, no query values.
    const level = path.startsWith('/health/') ? 'debug' : 'info';
    const { requestId, caller } = asker;
    const about = { requestId, user: caller?.username, method, path, status: response.status };
    log[level]({ ...about, ms: Math.round(ms * 1_000) / 1_000 }, 'request');
  }

  // Bun itself would refuse a request without Host, or with an unknown Expect, in no shape of the contract's.
  const options = { ...timeouts, keepAliveTimeout: IDLE_TIMEOUT_MS, requireHostHeader: false };
  const server = createServer(options, (incoming, outgoing) => {
    underWay.add(outgoing);
    unasked.delete(incoming.socket);
    outgoing.once('close', () => underWay.delete(outgoing));
    respond(incoming, outgoing).catch((err: unknown) => {
      log.error({ err }, 'an answer could not be written');
      outgoing.destroy();
    });
  });
  server.on('checkExpectation', (incoming, outgoing) => server.emit('request', incoming, outgoing));
  server.on('clientError', refuseMalformed);
  server.on('connection', (socket) => {
    unasked.add(socket);
    socket.once('close', () => unasked.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason = cause.code === 'EADDRINUSE' ? 'is taken' : `cannot be listened on (${cause.code})`;
      reject(new StartError(`Port ${port} on ${host} ${reason}; set COMPANIES_PORT to another one.`, { cause }));
    });
    server.listen(port, host, resolve);
  });
  const { address, port: actual, family } = server.address() as AddressInfo;

  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${actual}`,
    /** Stops without losing a request: tells every client to go elsewhere for so long (ms), then closes. */
    async drain(ms: number): Promise<void> {
      draining = true;
      await Bun.sleep(ms);
      server.close();
      // Whoever has just connected is about to ask.
      const end = performance.now() + LAST_MS;
      while (underWay.size > 0 || (unasked.size > 0 && performance.now() < end)) await Bun.sleep(5);
      server.closeAllConnections();
    },
  };
}

/** Whoever has any representation already is told that there is one (RFC 9110, 13.1.2); none has a name of its own. */
function unlessHad(exchange: Exchange, response: Response): Response {
  const { method, headers } = exchange;
  const hasAny = headers.get('if-none-match') === '*' && !/\bno-cache\b/.test(headers.get('cache-control') ?? '');
  if (!hasAny || !['GET', 'HEAD'].includes(method) || !response.ok) return response;
  exchange.sentBytes = 0;
  return new Response(null, { status: 304 });
}
