import { STATUS_CODES, type Server, createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { StartError } from '@jobly/contracts';
import type { Express } from 'express';
import { errorBody } from './errors';

/** Long enough for a bearer token that is far too long to be refused as such, not as a malformed request. */
const MAX_HEADER_BYTES = 128 * 1024;

export interface Address {
  host: string;
  port: number;
  /** The environment variable behind `port`, for the message when it is taken. */
  portVariable: string;
}

/**
 * Listens, or explains why it cannot.
 * @throws StartError for a port that is taken or not allowed.
 */
export async function listen(app: Express, { host, port, portVariable }: Address) {
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, app);
  // Longer than any client of ours keeps an idle connection, so that we are never the one who closes it.
  server.keepAliveTimeout = 65_000;
  server.on('clientError', refuseMalformed);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason = cause.code === 'EADDRINUSE' ? 'is taken' : `cannot be listened on (${cause.code})`;
      reject(new StartError(`Port ${port} on ${host} ${reason}; set ${portVariable} to another one.`, { cause }));
    });
    server.listen(port, host, resolve);
  });
  return { server, url: `http://${host}:${(server.address() as AddressInfo).port}` };
}

/** What is not even HTTP never reaches Express; it, too, gets the contract's shape. */
function refuseMalformed(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const reason = STATUS_CODES[status] ?? 'Bad Request';
  const body = JSON.stringify(errorBody(reason, status));
  const head = ['Content-Type: application/json; charset=utf-8', `Content-Length: ${body.length}`, 'Connection: close'];
  socket.end(`HTTP/1.1 ${status} ${reason}\r\n${head.join('\r\n')}\r\n\r\n${body}`);
}

/**
 * Stops without losing a request: for `drainMs` it goes on answering while telling every client to close its
 * connection, then takes no new ones and waits for those under way.
 */
export async function drain(server: Server, drainMs: number): Promise<void> {
  server.prependListener('request', (_request, response) => {
    response.setHeader('Connection', 'close');
  });
  await new Promise((resolve) => setTimeout(resolve, drainMs));
  await new Promise((resolve) => server.close(resolve));
}
