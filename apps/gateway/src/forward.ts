import { unavailable } from '@jobly/contracts';
import { clientAddress, currentRequestId, hasBody, hearServerTiming, timed } from '@jobly/http-kit';
import { type Lookup, type Replicas, isConnectionLost, replicasAt } from '@jobly/replicas';
import type { Request, Response } from 'express';
import type { Dispatcher } from 'undici';
import { responseHeaders } from './headers';

interface Forwarder {
  /** `headers` are those the request goes on with, as a flat list of names and values. */
  forward(request: Request, response: Response, headers: string[]): Promise<void>;
  close(): Promise<void>;
}

/** Connections kept to a replica of a service; more requests than that wait their turn. */
const CONNECTIONS = 64;
/** Behind a service that hangs the queue must not grow without end; past this the answer is a 503 at once. */
const LONGEST_QUEUE = 512;
const CONNECT_TIMEOUT_MS = 2_000;
/** How much of a body is read: more than any valid one has, so that the service still refuses a longer one. */
const BODY_BYTES = 128 * 1024;

/**
 * Passes requests on to a service, each once it has come in whole, and streams the answers back, over kept-alive
 * connections. Whatever the service answers, errors included, goes to the client. If it does not begin to answer within
 * `deadline` ms, waiting for a connection included, the client gets a 503.
 */
export function forwardTo(service: string, url: string, deadline: number, lookup?: Lookup): Forwarder {
  const options = {
    connections: CONNECTIONS,
    connectTimeout: CONNECT_TIMEOUT_MS,
    // Ours counts from before a connection is free.
    headersTimeout: 0,
    bodyTimeout: deadline,
  };
  const replicas = replicasAt(url, options, lookup);

  return {
    async forward(request, response, headers) {
      if (replicas.queued >= LONGEST_QUEUE) throw unavailable(`The ${service} service`);
      try {
        await exchange(replicas, deadline, request, response, headers);
      } catch (error) {
        // Once half an answer is out, the only honest end is to break it off; a client that is gone needs none.
        if (response.headersSent || request.socket.destroyed) response.destroy();
        else throw unavailable(`The ${service} service`, error);
      }
    },
    close: replicas.close,
  };
}

async function exchange(
  replicas: Replicas,
  deadline: number,
  request: Request,
  response: Response,
  onward: string[],
): Promise<void> {
  const unwanted = new AbortController();
  response.once('close', () => unwanted.abort());
  const body = await bodyOf(request);
  const options: Dispatcher.RequestOptions = {
    method: request.method,
    path: request.originalUrl,
    headers: [...onward, ...['X-Request-Id', currentRequestId()!, 'X-Forwarded-For', clientAddress(request)]],
    body,
    signal: unwanted.signal,
  };
  const tooLate = setTimeout(() => unwanted.abort(new Error(`No answer within ${deadline} ms`)), deadline);
  const attempt = () =>
    replicas.ask((replica) =>
      replica.stream(options, ({ statusCode, headers }) => {
        clearTimeout(tooLate);
        hearServerTiming(headers['server-timing']);
        return response.writeHead(statusCode, responseHeaders(headers));
      }),
    );

  const isRepeatable = body === null && (request.method === 'GET' || request.method === 'HEAD');
  const answer = () =>
    attempt().catch((error: unknown) => {
      // A kept-alive connection may be closed by the other side just as we use it. What only reads is asked again, of
      // another replica where there is one.
      if (isRepeatable && !response.headersSent && isConnectionLost(error)) return attempt();
      throw error;
    });
  try {
    await timed('downstream', answer);
  } finally {
    clearTimeout(tooLate);
  }
}

/** Reads the body before a connection is taken, so that a slow sender does not keep one from the others. */
async function bodyOf(request: Request): Promise<Buffer | null> {
  if (!hasBody(request)) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > BODY_BYTES) break;
  }
  // Otherwise the rest of a long body would block the next request on this connection.
  request.resume();
  return Buffer.concat(chunks);
}
