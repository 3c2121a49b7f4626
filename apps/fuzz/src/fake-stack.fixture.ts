import { once } from 'node:events';
import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';

interface Reply {
  status: number;
  /** Of an error. */
  message?: string;
  /** Of a success. */
  body?: object;
  headers?: Record<string, string>;
}

/** What a stand-in does otherwise than the contract wants it; undefined: nothing about this request. */
export type Misbehaviour = (request: { line: string; body: string }) => Reply | undefined;

const NOT_FOUND: Reply = { status: 404, message: 'Not found' };

const TOKEN = `e30.${Buffer.from(JSON.stringify({ sub: 'fuzz' })).toString('base64url')}.x`;

/** Those of whoever logs in, and creates the two callers. */
const REQUESTS_FOR_TOKENS = 3;

/** A stand-in for a stack that lets everybody in and has no records: whatever is asked for, there is none. */
export async function fakeStack(misbehaviour: Misbehaviour = () => undefined) {
  let requests = 0;
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    void bodyOf(request).then((body) => {
      requests += 1;
      if (requests <= REQUESTS_FOR_TOKENS) {
        response.end(JSON.stringify({ token: TOKEN }));
        return;
      }
      const line = `${request.method} ${request.url}`;
      const { status, message = '', body: success, headers } = misbehaviour({ line, body }) ?? NOT_FOUND;
      response.writeHead(status, { ...describing, ...headers });
      response.end(success ? JSON.stringify(success) : errorOf(status, message));
    });
  });
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('clientError', (_error, socket: Socket) => {
    const body = errorOf(400, 'Bad Request');
    socket.end(`HTTP/1.1 400 Bad Request\r\nX-Request-Id: x\r\nContent-Type: application/json\r\n\r\n${body}`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    requests: () => requests,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const describing = { 'X-Request-Id': 'x', 'Content-Type': 'application/json' };

const errorOf = (status: number, message: string) => JSON.stringify({ error: { message, status } });

/** As far as it comes: a chunk may be malformed. */
const bodyOf = (request: IncomingMessage) => text(request).catch(() => '');
