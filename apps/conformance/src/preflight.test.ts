import { createServer, type RequestListener } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { parseCapabilities } from './capabilities';
import { preflight } from './preflight';

/** Runs the preflight against a server with these answers. */
async function against(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    await preflight({
      name: 'it',
      baseUrl: `http://127.0.0.1:${port}`,
      capabilities: parseCapabilities({}, 'the test'),
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('a server that lives and lets the admin in can be tested', async () => {
  const asked: string[] = [];
  await against(({ method, url }, response) => {
    asked.push(`${method} ${url}`);
    response.end('{}');
  });
  expect(asked).toEqual(['GET /health/live', 'POST /auth/token']);
});

test('where nobody listens, that is said, with what to do', async () => {
  const capabilities = parseCapabilities({}, 'the test');
  const attempt = preflight({ name: 'it', baseUrl: 'http://127.0.0.1:1', capabilities });
  await expect(attempt).rejects.toThrow(/Nothing answers at \S+ \(\w.*\); start a server, or give another --base-url/);
});

test('a server of something else is not mistaken for a Jobly', async () => {
  const attempt = against((_request, response) => response.writeHead(404).end());
  await expect(attempt).rejects.toThrow(/answers 404, not 200/);
});

test('an admin who is not let in is named, and the password is not', async () => {
  const attempt = against(({ url }, response) => response.writeHead(url === '/health/live' ? 200 : 401).end());
  await expect(attempt).rejects.toThrow(/does not let the admin "testadmin" in \(401\); name one with --admin/);
});
