import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that a fake stack has received. */
export interface Received {
  readonly request: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

type Reply = readonly [status: number, body: unknown];

export interface FakeStack {
  readonly url: string;
  readonly received: Received[];
  close(): Promise<void>;
}

const NOTHING: Reply = [404, { error: { message: 'Not found', status: 404 } }];

/**
 * A process that answers as it is told, counts two statements for each request, and says where its time went.
 * @param replies to `GET /jobs/1` and so on
 */
export async function startFakeStack(
  name: string,
  replies: (received: Received) => Reply | undefined | Promise<Reply | undefined>,
): Promise<FakeStack> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then(async (body) => {
      if (request.url === '/metrics') {
        response.end(`db_statements_total{purpose="requests"} ${2 * received.length}\n`);
        return;
      }
      const one = { request: `${request.method} ${request.url}`, authorization: request.headers.authorization, body };
      received.push(one);
      const [status, answer] = (await replies(one)) ?? NOTHING;
      response.writeHead(status, {
        'Content-Type': 'application/json',
        'Server-Timing': `${name};dur=1, ${name}.db;dur=0.25`,
      });
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) text += chunk.toString();
  return text === '' ? undefined : JSON.parse(text);
}
