import { unavailable } from '@jobly/contracts';
import { currentRequestId, hasBody } from '@jobly/http-kit';
import type { Request, RequestHandler, Response } from 'express';
import { type Dispatcher, Pool, errors } from 'undici';
import { requestHeaders, responseHeaders } from './headers';

interface Forwarder {
  handler: RequestHandler;
  close(): Promise<void>;
}

/** Connections kept to a service; more requests than that wait their turn. */
const CONNECTIONS = 64;
/** Behind a service that hangs the queue must not grow without end; past this the answer is a 503 at once. */
const LONGEST_QUEUE = 512;
const CONNECT_TIMEOUT_MS = 2_000;

/**
 * Passes requests on to a service and its answers back, streaming both, over kept-alive connections. What the service
 * says, errors included, is said to the client; that it says nothing within `deadline` ms is a 503.
 */
export function forwardTo(service: string, url: string, deadline: number): Forwarder {
  const pool = new Pool(url, {
    connections: CONNECTIONS,
    connect: { timeout: CONNECT_TIMEOUT_MS },
    headersTimeout: deadline,
    bodyTimeout: deadline,
  });

  const handler: RequestHandler = async (request, response) => {
    if (pool.stats.queued >= LONGEST_QUEUE) throw unavailable(`The ${service} service`);
    try {
      await exchange(pool, request, response);
    } catch (error) {
      // Once half an answer is out, the only honest end is to break it off; a client that is gone needs none.
      if (response.headersSent || response.destroyed) response.destroy();
      else throw unavailable(`The ${service} service`, error);
    }
  };
  return { handler, close: () => pool.close() };
}

async function exchange(pool: Pool, request: Request, response: Response): Promise<void> {
  const withBody = hasBody(request);
  const unwanted = new AbortController();
  response.once('close', () => unwanted.abort());
  const options: Dispatcher.RequestOptions = {
    method: request.method,
    path: request.originalUrl,
    headers: [
      ...requestHeaders(request.rawHeaders),
      ...['X-Request-Id', currentRequestId()!, 'X-Forwarded-For', request.socket.remoteAddress ?? 'unknown'],
    ],
    body: withBody ? request : null,
    signal: unwanted.signal,
  };
  const attempt = () =>
    pool.stream(options, ({ statusCode, headers }) => response.writeHead(statusCode, responseHeaders(headers)));

  const isRepeatable = !withBody && (request.method === 'GET' || request.method === 'HEAD');
  await attempt().catch((error: unknown) => {
    // A kept-alive connection may be closed by the other side just as we use it. What only reads is asked again.
    if (isRepeatable && !response.headersSent && isConnectionLost(error)) return attempt();
    throw error;
  });
}

const isConnectionLost = (error: unknown): boolean =>
  error instanceof errors.SocketError || (error instanceof Error && 'code' in error && error.code === 'ECONNRESET');
