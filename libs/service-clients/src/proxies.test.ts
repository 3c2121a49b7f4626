import { once } from 'node:events';
import http, { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { publishedKeys } from './published-keys';

const asked: string[] = [];
const proxy = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.writeHead(502).end();
}).on('connect', ({ url = '' }, socket) => {
  asked.push(url);
  socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
});
const users = createServer((_request, response) => response.end('{"keys":[]}'));

let restore: () => void;
const variables = { ...process.env };
beforeAll(async () => {
  for (const server of [proxy, users]) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  }
  // For Node's own clients, and for axios, which reads the variables by itself.
  const address = `http://127.0.0.1:${portOf(proxy)}`;
  restore = http.setGlobalProxyFromEnv({ http_proxy: address });
  Object.assign(process.env, { http_proxy: address, HTTP_PROXY: address, ALL_PROXY: address });
});
afterAll(() => {
  restore();
  for (const name of ['http_proxy', 'HTTP_PROXY', 'ALL_PROXY']) {
    if (variables[name] === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = variables[name];
  }
  proxy.close();
  users.close();
});

const portOf = (server: typeof proxy) => (server.address() as AddressInfo).port;

describe('a neighbour', () => {
  it.each(['127.0.0.1', 'users.internal'])('is asked past every proxy of the environment: %s', async (host) => {
    const ask = publishedKeys(`http://${host}:${portOf(users)}`, 5_000, async () => ['127.0.0.1']);
    expect(await ask()).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('would be asked through one by others', async () => {
    await fetch(`http://127.0.0.1:${portOf(users)}/`).catch(() => {});
    expect(asked).toHaveLength(1);
  });
});
