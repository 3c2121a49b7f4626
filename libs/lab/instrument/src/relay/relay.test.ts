import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { Crossing } from './connection';
import { type Relay, startRelay } from './relay';

let server: Server;
let relay: Relay;
const arrived: string[] = [];

beforeEach(async () => {
  arrived.length = 0;
  server = createServer((socket) => {
    socket
      .on('error', () => {})
      .on('data', (chunk: Buffer) => {
        arrived.push(chunk.toString());
        socket.write(chunk);
      });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  relay = await startRelay();
  relay.leadTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterEach(async () => {
  await relay.stop();
  server.close();
});

const opened = async (): Promise<Socket> => {
  const socket = connect(Number(new URL(relay.url).port), '127.0.0.1').on('error', () => {});
  await once(socket, 'connect');
  return socket;
};

/** Sends something that is echoed; resolves with the echo. */
async function echo(socket: Socket, text: string): Promise<string> {
  socket.write(text);
  const [chunk] = (await once(socket, 'data')) as [Buffer];
  return chunk.toString();
}

/** Not `once`, which takes a reset for a failure. */
const closed = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve));

const settled = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('a relay', () => {
  it('passes everything on, both ways', async () => {
    const socket = await opened();
    expect(await echo(socket, 'hello')).toBe('hello');
    socket.destroy();
  });

  it('keeps back what is sent while it is stalled, and loses nothing of it', async () => {
    const socket = await opened();
    await echo(socket, 'before');
    relay.behave({ kind: 'stalled' });
    const echoed = echo(socket, 'meanwhile');
    await settled();
    expect(arrived).toEqual(['before']);
    relay.behave({ kind: 'passing' });
    expect(await echoed).toBe('meanwhile');
    socket.destroy();
  });

  it('that refuses resets open connections and new ones, and takes new ones again afterwards', async () => {
    const socket = await opened();
    await echo(socket, 'before');
    relay.behave({ kind: 'refusing' });
    await closed(socket);
    const refused = connect(Number(new URL(relay.url).port), '127.0.0.1').on('error', () => {});
    await closed(refused);
    relay.behave({ kind: 'passing' });
    const again = await opened();
    expect(await echo(again, 'after')).toBe('after');
    again.destroy();
  });

  it('leaves a half-open connection dead, and new ones alive', async () => {
    const socket = await opened();
    await echo(socket, 'before');
    relay.behave({ kind: 'half-open' });
    socket.write('lost');
    await settled();
    relay.behave({ kind: 'passing' });
    socket.write('lost as well');
    const other = await opened();
    expect(await echo(other, 'after')).toBe('after');
    expect(arrived).toEqual(['before', 'after']);
    socket.destroy();
    other.destroy();
  });

  it('counts what clients attempt, whatever becomes of it', async () => {
    const socket = await opened();
    await echo(socket, 'one');
    await echo(socket, 'two');
    expect(relay.attempts).toBe(2);
    relay.behave({ kind: 'flapping', share: 1 });
    socket.write('three');
    await closed(socket);
    expect(relay.attempts).toBe(3);
    relay.behave({ kind: 'refusing' });
    await closed(connect(Number(new URL(relay.url).port), '127.0.0.1').on('error', () => {}));
    expect(relay.attempts).toBe(4);
    expect(arrived).toEqual(['one', 'two']);
  });

  it('tells how long it has kept what comes through, either way', async () => {
    const crossings: Crossing[] = [];
    const measured = await startRelay((crossing) => crossings.push(crossing));
    measured.leadTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    measured.behave({ kind: 'distant', delayMs: 3, jitterMs: 1 });
    const socket = connect(Number(new URL(measured.url).port), '127.0.0.1').on('error', () => {});
    await echo(socket, 'hello');
    socket.destroy();
    await measured.stop();
    expect(crossings).toHaveLength(2);
    for (const { taken, delivered } of crossings) expect(delivered - taken).toBeGreaterThanOrEqual(2);
  });

  it('that flaps lets the other exchanges through', async () => {
    relay.behave({ kind: 'flapping', share: 0 });
    const socket = await opened();
    expect(await echo(socket, 'hello')).toBe('hello');
    socket.destroy();
  });

  it.each([
    { kind: 'slow', delayMs: 20, jitterMs: 15 },
    { kind: 'distant', delayMs: 20, jitterMs: 15 },
    { kind: 'narrow', bytesPerSecond: 2_000 },
  ] as const)('brings the last words of a side that ends, too: %p', async (behaviour) => {
    server.removeAllListeners('connection');
    server.on('connection', (socket) => socket.on('error', () => {}).end('last words'));
    relay.behave(behaviour);
    const socket = await opened();
    let received = '';
    socket.on('data', (chunk: Buffer) => (received += chunk.toString()));
    await closed(socket);
    expect(received).toBe('last words');
  });

  it.each([
    { kind: 'slow', delayMs: 20, jitterMs: 15 },
    { kind: 'distant', delayMs: 20, jitterMs: 15 },
    { kind: 'narrow', bytesPerSecond: 2_000 },
  ] as const)('keeps the order of what it holds up: %p', async (behaviour) => {
    relay.behave(behaviour);
    const socket = await opened();
    let received = '';
    socket.on('data', (chunk: Buffer) => (received += chunk.toString()));
    for (const piece of ['one ', 'two ', 'three ', 'four.']) {
      socket.write(piece);
      await settled();
    }
    while (!received.endsWith('.')) await once(socket, 'data');
    expect(received).toBe('one two three four.');
    socket.destroy();
  });
});
