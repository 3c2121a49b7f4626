import { type IncomingMessage, type RequestListener, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface Heard {
  request: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** A server on a free port that gives the test's answers and records its requests. */
export async function aNeighbour(answer: (response: ServerResponse, count: number) => void) {
  const heard: Heard[] = [];
  const listener: RequestListener = (request, response) => {
    void text(request).then((body) => {
      heard.push({ request: `${request.method} ${request.url}`, headers: request.headers, body });
      answer(response, heard.length);
    });
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard, stop };
}

/** Answers with JSON. */
export const json =
  (value: unknown, status = 200) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
  };
