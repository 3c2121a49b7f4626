import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connectSlowReaders } from './slow-readers';

/** More than the system's buffers take. */
const LONG = Buffer.alloc(64 * 1024 ** 2);

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function startServer(answer: (response: ServerResponse) => void) {
  const asked: string[] = [];
  const responses: ServerResponse[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    responses.push(response);
    answer(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanups.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, responses, server };
}

const connected = async (origin: string, attack: { connections: number; pipelined: number }) => {
  const readers = await connectSlowReaders(origin, '/long', attack);
  cleanups.push(readers.close);
};

describe('slow readers', () => {
  it('have the beginning of their answers, and leave the rest at the server', async () => {
    const { origin, asked, responses } = await startServer((response) => response.end(LONG));
    await connected(origin, { connections: 3, pipelined: 1 });
    expect(asked).toEqual(['GET /long', 'GET /long', 'GET /long']);
    // Whoever reads as fast as possible has begun later, and is done.
    await (await fetch(`${origin}/long`)).arrayBuffer();
    expect(responses.map(({ writableFinished }) => writableFinished)).toEqual([false, false, false, true]);
  });

  it('ask several times at once if they are to', async () => {
    const { origin, asked, server } = await startServer((response) => response.end('short'));
    await connected(origin, { connections: 2, pipelined: 16 });
    while (asked.length < 32) await once(server, 'request');
    expect(asked).toHaveLength(32);
  });

  it('that are refused are no attack', async () => {
    const { origin, server } = await startServer(() => {});
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    await expect(connectSlowReaders(origin, '/long', { connections: 2, pipelined: 1 })).rejects.toThrow('ECONNREFUSED');
  });
});
