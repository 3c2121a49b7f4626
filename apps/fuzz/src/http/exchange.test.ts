import { once } from 'node:events';
import { type AddressInfo, type Socket, createServer } from 'node:net';
import { exchange } from './exchange';

const cleanups: (() => void)[] = [];
afterEach(() => cleanups.splice(0).forEach((cleanUp) => cleanUp()));

/** A server that does this with each connection, and what it hears. */
async function aServer(serve: (socket: Socket) => void) {
  const heard: Buffer[] = [];
  const server = createServer((socket) => {
    socket.on('data', (chunk) => heard.push(chunk)).on('error', () => {});
    serve(socket);
  }).listen(0, '127.0.0.1');
  cleanups.push(() => server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { origin: new URL(`http://127.0.0.1:${port}`), heard };
}

const ANSWER = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}';

test('every byte arrives as it was written, and the answer comes back', async () => {
  const { origin, heard } = await aServer((socket) => socket.on('data', () => socket.write(ANSWER)));
  const { outcome } = await exchange(origin, 'GET /\0\u00ff HTTP/1.1\r\n\r\n');
  expect(outcome).toMatchObject({ answer: { status: 200, body: '{}' } });
  expect(Buffer.concat(heard)).toEqual(Buffer.from('GET /\0\u00ff HTTP/1.1\r\n\r\n', 'latin1'));
});

test.each([
  ['closed without an answer', ''],
  ['an answer that breaks off', ANSWER.slice(0, -1)],
  ['No status line: "What?"', 'What?\r\n\r\n'],
])('the trouble is told: %s', async (trouble, answer) => {
  const { origin } = await aServer((socket) => socket.once('data', () => socket.end(answer)));
  expect((await exchange(origin, 'GET / HTTP/1.1\r\n\r\n')).outcome).toEqual({ trouble });
});
