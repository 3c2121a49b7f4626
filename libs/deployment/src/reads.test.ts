import { once } from 'node:events';
import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readConstantly } from './reads';

async function reading(listener: RequestListener, enough: number) {
  const paths: (string | undefined)[] = [];
  const seen = Promise.withResolvers<undefined>();
  const server = createServer((request, response) => {
    listener(request, response);
    if (paths.push(request.url) >= enough) seen.resolve(undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const reads = readConstantly(url, { paths: ['/a', '/b'], perSecond: 500, token: 'abc' });
  await seen.promise;
  const result = await reads.stop();
  server.close();
  return { ...result, paths };
}

describe('reads at a constant rate', () => {
  it('take the paths in turn, and are all answered', async () => {
    const { paths, sent, failures } = await reading((_request, response) => response.end('{}'), 10);
    expect(new Set(paths)).toEqual(new Set(['/a', '/b']));
    expect({ sent, failures }).toEqual({ sent: paths.length, failures: {} });
  });

  it('count every failure by its kind: an answer that is none, and a connection that is cut', async () => {
    const { failures, sent } = await reading((request, response) => {
      if (request.url === '/a') response.writeHead(503).end();
      else request.socket.destroy();
    }, 10);
    expect(Object.keys(failures).sort()).toEqual(['ECONNRESET', 'status 503']);
    expect(Object.values(failures).reduce((sum, count) => sum + count)).toBe(sent);
  });
});
