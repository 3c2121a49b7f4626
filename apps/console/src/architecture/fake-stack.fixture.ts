import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A stack that answers everything as the contract has it, unless a test lets paths fail. */
export async function fakeStack() {
  const asked: string[] = [];
  let failing: RegExp | undefined;
  /** The paths of the users that have signed up, and of their applications. */
  const made = new Set<string>();
  const server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    asked.push(`${method} ${url}`);
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const { username = '' } = (text ? JSON.parse(text) : {}) as { username?: string };
      response.writeHead(failing?.test(url) ? 503 : statusOf(method, url, username), {
        'Content-Type': 'application/json',
      });
      response.end(JSON.stringify({ token: 'a-token', job: { id: 7 } }));
    });
  });
  function statusOf(method: string, url: string, username: string): number {
    if (method === 'DELETE') {
      const gone = [...made].filter((path) => path.startsWith(url));
      return gone.filter((path) => made.delete(path)).length > 0 ? 200 : 404;
    }
    if (method !== 'POST' || url === '/auth/token') return 200;
    const path = url === '/auth/register' ? `/users/${username}` : url;
    if (!path.startsWith('/users/')) return 201;
    if (made.has(path)) return 409;
    made.add(path);
    return 201;
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    asked,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    failAt: (paths: RegExp | undefined) => (failing = paths),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
