import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type ServerResponse, createServer } from 'node:http';
import { type AddressInfo, type Socket, Server as TcpServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError, originOf } from '@jobly/contracts';
import type { Express } from 'express';
import { errorBody } from './errors';
import type { Admission } from './admission/admission';
import { admitting } from './admission/admitting';
import { inTurn } from './in-turn';

/** Large enough for a much too long bearer token to be rejected as a token, not as a malformed request. */
const MAX_HEADER_BYTES = 128 * 1024;

/** What a gateway may add to the headers that it has accepted. */
const ADDED_BYTES = 4 * 1024;

export interface Address {
  host: string;
  port: number;
  /** The environment variable behind `port`, for the message if the port is taken. */
  portVariable: string;
  /** Whether clients ask it, or a gateway on their behalf. */
  isPublic: boolean;
  admission: Admission;
}

export interface Listening {
  url: string;
  /**
   * Stops without losing a request: for `drainMs` it keeps answering while telling every client to close its
   * connection, then accepts no new ones and waits for the requests under way.
   */
  drain(drainMs: number): Promise<void>;
}

/**
 * Listens, or explains why it cannot.
 * @throws StartError for a port that is taken or not allowed.
 */
export async function listen(
  app: Express,
  { host, port, portVariable, isPublic, admission }: Address,
): Promise<Listening> {
  const maxHeaderSize = MAX_HEADER_BYTES + (isPublic ? 0 : ADDED_BYTES);
  // Node itself would refuse a request without Host, or with an unknown Expect, in no shape of the contract's.
  const server = createServer({ maxHeaderSize, requireHostHeader: false });
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  // Longer than any of our clients keeps an idle connection, so that the server is never the side that closes it.
  server.keepAliveTimeout = 65_000;
  server.on('clientError', refuseMalformed);
  const serve = admitting(admission, isPublic, app);
  const underWay = new Set<ServerResponse>();
  let draining = false;
  server.on(
    'request',
    inTurn((request, response) => {
      underWay.add(response);
      response.once('close', () => underWay.delete(response));
      if (draining) sayGoodbye(response);
      serve(request, response);
    }),
  );

  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason = cause.code === 'EADDRINUSE' ? 'is taken' : `cannot be listened on (${cause.code})`;
      reject(new StartError(`Port ${port} on ${host} ${reason}; set ${portVariable} to another one.`, { cause }));
    });
    server.listen(port, host, resolve);
  });

  return {
    url: originOf(host, (server.address() as AddressInfo).port),
    async drain(drainMs) {
      draining = true;
      underWay.forEach(sayGoodbye);
      await delay(drainMs);
      // Not http's own `close`, which cuts off an answer that is written but not sent yet.
      const closed = new Promise((resolve) => TcpServer.prototype.close.call(server, resolve));
      while (underWay.size > 0) await Promise.all([...underWay].map(sent));
      server.closeAllConnections();
      await closed;
    },
  };
}

const sent = (response: ServerResponse) => new Promise<void>((resolve) => response.once('close', resolve));

function sayGoodbye(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}

/** How long a client may take to read why it is cut off (ms). */
const LINGER_MS = 1_000;

/** Malformed HTTP never reaches Express; it gets an error in the contract's shape here. */
function refuseMalformed(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const reason = STATUS_CODES[status] ?? 'Bad Request';
  const body = JSON.stringify(errorBody(reason, status));
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    `X-Request-Id: ${randomUUID()}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${body.length}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  // A client that keeps its own side open would hold the connection, and a drain, for as long as it likes.
  const late = setTimeout(() => socket.destroy(), LINGER_MS);
  socket.once('close', () => clearTimeout(late));
}
