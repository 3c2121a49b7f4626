import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { bypassProxies } from './proxies';

// The tests start processes, which takes long on a busy machine.
import.meta.jest.setTimeout(60_000);

const asked: string[] = [];
const proxy = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.writeHead(502).end();
}).on('connect', ({ url = '' }, socket) => {
  asked.push(url);
  socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
});
const server = createServer((_request, response) => response.end('here'));
beforeAll(async () => {
  for (const [listener, host] of [
    [proxy, '127.0.0.1'],
    [server, '::'],
  ] as const) {
    listener.listen(0, host);
    await once(listener, 'listening');
  }
});
beforeEach(() => void asked.splice(0));
afterAll(() => {
  proxy.close();
  server.close();
});

const portOf = (listener: typeof server) => (listener.address() as AddressInfo).port;
const SCRIPT = `
const http = require('node:http');
const viaHttp = (url) => new Promise((resolve) => {
  http.get(url, (response) => response.resume().once('end', resolve)).once('error', resolve);
});
(async () => {
  for (const url of process.argv.slice(1)) {
    await fetch(url).then((response) => response.text(), () => {});
    await viaHttp(url);
  }
})();`;

/** Sends a request with both of Node's clients, in a separate process. */
const ask = (url: string, env: NodeJS.ProcessEnv) =>
  promisify(execFile)(process.execPath, ['-e', SCRIPT, url], { env: { PATH: process.env['PATH'], ...env } });

const turnedOn = (): NodeJS.ProcessEnv[] => {
  const address = `http://127.0.0.1:${portOf(proxy)}`;
  return [
    { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: address },
    { NODE_OPTIONS: '--use-env-proxy', http_proxy: address, no_proxy: 'example.com' },
  ];
};

describe.each(['localhost', '127.0.0.1', '[::1]', '127.9.8.7'])('a proxy of the environment', (host) => {
  it(`is asked nothing for ${host}`, async () => {
    const url = `http://${host}:${portOf(server)}/`;
    for (const env of turnedOn()) {
      bypassProxies([url], env);
      await ask(url, env);
    }
    expect(asked).toEqual([]);
  });

  it(`would have been asked for ${host}`, async () => {
    const url = `http://${host}:${portOf(server)}/`;
    for (const env of turnedOn()) await ask(url, env);
    expect(asked).toHaveLength(4);
  });
});

test('what is elsewhere goes through the proxy, unless the user says otherwise', async () => {
  const [first, second] = turnedOn() as [NodeJS.ProcessEnv, NodeJS.ProcessEnv];
  for (const env of [first, second]) {
    bypassProxies(['http://192.0.2.7'], env);
    await ask('http://192.0.2.7/', env);
  }
  expect(asked).toHaveLength(4);
  expect(second['no_proxy']).toMatch(/^example\.com,/);
});
