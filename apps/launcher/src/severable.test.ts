import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { ToPart } from '@jobly/stack';
import { severable } from './severable';

/** The preload as it is shipped. */
const preload = 'dist/apps/launcher/preloads/severable.js';

/** Opens connections to the port that it is told, listens to HTTP itself, and tells what becomes of each. */
const PROGRAM = `
import { connect } from 'node:net';
import { createServer } from 'node:http';
import { Socket } from 'node:net';
const tell = (what) => process.send({ said: what });
const watched = (socket) => socket
  .on('connect', () => tell('connected')).on('error', ({ code }) => tell(code));
process.on('message', ({ open, as }) => {
  if (open && as === 'pg') watched(new Socket()).connect(open, '127.0.0.1');
  if (open && as === 'http') watched(connect({ port: open, host: '127.0.0.1' }));
});
const server = createServer((request, response) => response.end());
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
`;

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

async function aPart() {
  const args = ['--import', `./${preload}`, '--input-type=module', '--eval', PROGRAM];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  cleanups.push(() => child.kill());
  const heard = hearing(child);
  const port = (await heard((message) => 'port' in message))['port'] as number;
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    says: async () => (await heard((message) => 'said' in message))['said'],
    tell: (message: ToPart | { open: number; as: 'pg' | 'http' }) => void child.send(message),
  };
}

type Message = Record<string, unknown>;

/** Messages one after another, whenever they came. */
function hearing(child: ChildProcess) {
  const messages: Message[] = [];
  child.on('message', (message: Message) => {
    messages.push(message);
    child.emit('heard');
  });
  return async (isMeant: (message: Message) => boolean): Promise<Message> => {
    for (;;) {
      const index = messages.findIndex(isMeant);
      if (index >= 0) return messages.splice(index, 1)[0]!;
      await once(child, 'heard');
    }
  };
}

async function aServer() {
  const server = createServer((socket) => socket.on('error', () => {})).listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanups.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { port, address: `127.0.0.1:${port}` };
}

test.each(['pg', 'http'] as const)(
  'open connections break, new ones are refused, until that is undone: %s',
  async (as) => {
    const { tell, says } = await aPart();
    const [{ port, address }, other] = [await aServer(), await aServer()];
    tell({ open: port, as });
    expect(await says()).toBe('connected');
    tell({ cut: [address] });
    expect(await says()).toBe('ECONNRESET');
    tell({ open: port, as });
    expect(await says()).toBe('ECONNREFUSED');
    tell({ open: other.port, as });
    expect(await says()).toBe('connected');
    tell({ cut: [] });
    tell({ open: port, as });
    expect(await says()).toBe('connected');
  },
);

test('requests are counted while somebody wants to know, without health checks and scrapes', async () => {
  const { tell, heard, url } = await aPart();
  await fetch(url);
  tell({ count: true });
  await heard((message) => message['received'] === 0);
  for (const path of ['/jobs', '/health/ready', '/metrics', '/users/1']) await fetch(url + path);
  await heard((message) => message['received'] === 2);
  tell({ count: false });
});

test('what the user gives Node.js is kept', () => {
  const { NODE_OPTIONS } = severable({ NODE_OPTIONS: '--max-old-space-size=100' }, 'dist/apps/launcher');
  expect(NODE_OPTIONS).toMatch(/^--max-old-space-size=100 --import=file:\/\/\S+\/severable\.js$/);
});
