import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FromConsole, LaunchedPart, PartName } from '@jobly/stack';
import type { Launcher } from '../launcher';

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

/** A launcher that carries out orders as a test wants it. */
export function fakeLauncher(running: readonly { name: PartName; url: string; pid?: number }[]) {
  let parts = running.map((part): LaunchedPart => ({ pid: process.pid, ...part, faults: { cut: [] } }));
  const hearers: (() => void)[] = [];
  const orders: FromConsole['order'][] = [];
  let carryOut = async (_order: FromConsole['order']) => {};
  const received: ((name: PartName, count: number) => void)[] = [];
  const launcher: Launcher = {
    parts: () => parts,
    onChange: (hear) => void hearers.push(hear),
    onReceived: (hear) => void received.push(hear),
    async order(order) {
      orders.push(order);
      await carryOut(order);
    },
  };
  return {
    launcher,
    orders,
    onOrder: (how: typeof carryOut) => (carryOut = how),
    receive: (name: PartName, count: number) => received.forEach((hear) => hear(name, count)),
    change(name: PartName, changed: Partial<LaunchedPart>) {
      parts = parts.map((part) => (part.name === name ? { ...part, ...changed } : part));
      for (const hear of hearers) hear();
    },
  };
}
