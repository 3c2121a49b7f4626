import { unavailable } from '@jobly/contracts';
import { clientAddress, currentRequestId, hasBody, hearServerTiming, timed } from '@jobly/http-kit';
import { type Lookup, type Replicas, isConnectionLost, replicasAt } from '@jobly/replicas';
import type { Request, Response } from 'express';
import type { Dispatcher } from 'undici';
import { responseHeaders } from './headers';

interface Forwarder {
  /** `headers` are the onward headers, as a flat list of names and values. */
  forward(request: Request, response: Response, headers: string[]): Promise<void>;
  close(): Promise<void>;
}

/** The number of connections to a replica of a service; further requests queue. */
const CONNECTIONS = 64;
/** Behind a service that hangs the queue must stay bounded; beyond this length the answer is a 503 at once. */
const LONGEST_QUEUE = 512;
const CONNECT_TIMEOUT_MS = 2_000;
/** The part of a body that is read: more than any valid one has, so that the service still rejects a longer one. */
const BODY_BYTES = 128 * 1024;

/**
 * Forwards requests to a service, each once its body has arrived completely, and streams the answers back, over
 * keep-alive connections. The client gets every answer of the service, errors included. If no answer begins within
 * `deadline` ms, waiting for a connection included, the client gets a 503.
 */
export function forwardTo(service: string, url: string, deadline: number, lookup?: Lookup): Forwarder {
  const options = {
    connections: CONNECTIONS,
    connectTimeout: CONNECT_TIMEOUT_MS,
    // Our own deadline starts earlier, before a connection is free.
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
      // The other side may close a keep-alive connection just as we use it. A read is then retried, on another replica
      // if there is one.
      if (isRepeatable && !response.headersSent && isConnectionLost(error)) return attempt();
      throw error;
    });
  try {
    await timed('downstream', answer);
  } finally {
    clearTimeout(tooLate);
  }
}

/** Reads the body before a connection is taken, so that a slow sender blocks no connection. */
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
