import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { inTurn } from './in-turn';

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

/** A server that answers nothing by itself; `asked` are the paths that have reached it, `read` counts what was read. */
async function aServer() {
  const asked: string[] = [];
  const answers: ServerResponse[] = [];
  const reached = new EventTarget();
  const listener = inTurn(({ url = '' }, response) => {
    asked.push(url);
    answers.push(response);
    reached.dispatchEvent(new Event('request'));
  });
  let read = 0;
  const server = createServer((request, response) => {
    read += 1;
    listener(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(() => server.close().closeAllConnections());
  const client = () => connect((server.address() as AddressInfo).port, '127.0.0.1');
  const next = () => once(reached, 'request');
  return { asked, answers, client, next, read: () => read };
}

const get = (path: string, last = false) =>
  `GET ${path} HTTP/1.1\r\nHost: a\r\n${last ? 'Connection: close\r\n' : ''}\r\n`;

describe('the requests of one connection', () => {
  it('are answered one after the other, however many come at once', async () => {
    const { asked, answers, client, next } = await aServer();
    const socket = client();
    const received = text(socket);
    socket.write(get('/1') + get('/2') + get('/3', true));
    for (const [index, path] of ['/1', '/2', '/3'].entries()) {
      if (asked.length <= index) await next();
      expect(asked).toHaveLength(index + 1);
      answers[index]!.end(`answer to ${path}`);
    }
    expect((await received).match(/answer to \/\d/g)).toEqual(['answer to /1', 'answer to /2', 'answer to /3']);
  });

  it('are not read without bound while they wait', async () => {
    const { client, next, read } = await aServer();
    const greedy = client();
    // It is cut off at the end, with most of it unread.
    greedy.on('error', () => {}).write(get('/x').repeat(100_000));
    await next();
    // Meanwhile the server could read all of them.
    for (let others = 0; others < 50; others += 1) {
      client().write(get('/other'));
      await next();
    }
    expect(read()).toBeLessThan(10_000);
  });

  it('are all answered, also when there were too many to read at once', async () => {
    const { asked, answers, client, next } = await aServer();
    client().write(get('/x').repeat(5_000) + get('/last'));
    for (let index = 0; asked.at(-1) !== '/last'; index += 1) {
      while (asked.length <= index) await next();
      answers[index]!.end();
    }
    expect(asked).toHaveLength(5_001);
  });

  it('do not wait for those of another', async () => {
    const { asked, client, next } = await aServer();
    client().write(get('/1') + get('/2'));
    await next();
    client().write(get('/other'));
    await next();
    expect(asked).toEqual(['/1', '/other']);
  });

  it('are not begun after an answer that closes it', async () => {
    const { asked, answers, client, next } = await aServer();
    const socket = client();
    const received = text(socket);
    socket.write(get('/1') + get('/2'));
    await next();
    answers[0]!.setHeader('Connection', 'close').end('the last answer');
    expect(await received).toContain('the last answer');
    client().write(get('/other'));
    await next();
    expect(asked).toEqual(['/1', '/other']);
  });

  it('are not begun any more when it is closed', async () => {
    const { asked, answers, client, next } = await aServer();
    const socket = client();
    socket.write(get('/1') + get('/2'));
    await next();
    const closed = once(answers[0]!, 'close');
    socket.destroy();
    await closed;
    client().write(get('/last'));
    await next();
    expect(asked).toEqual(['/1', '/last']);
  });
});
