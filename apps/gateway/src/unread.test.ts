import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { listening } from './gateway.fixture';
import { createUnread, type Unread } from './unread';

/** More than the sockets' buffers hold. */
const CHUNK = Buffer.alloc(8 * 1024 * 1024);

/** For two of them, and not for three. */
const ROOM = 2.5 * CHUNK.length;

/** A server whose answers are written at once, and noted; `answer` resolves with that to a client that does not read. */
async function unreadAnswers(unread: Unread) {
  const server = createServer((_request, response) => {
    response.write(CHUNK);
    unread.note(response);
    server.emit('answered', response);
  });
  const { url, stop } = await listening(server);
  const answer = async () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1').pause();
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    const [response] = (await once(server, 'answered')) as [ServerResponse];
    return { response, socket };
  };
  return { answer, stop };
}

describe('answers that are not read', () => {
  it('wait while there is room, and then the one that has waited longest is broken off', async () => {
    const { answer, stop } = await unreadAnswers(createUnread(ROOM));
    const answers = [await answer(), await answer()];
    expect(answers.map(({ response }) => response.destroyed)).toEqual([false, false]);
    answers.push(await answer());
    expect(answers.map(({ response }) => response.destroyed)).toEqual([true, false, false]);
    answers.forEach(({ socket }) => socket.destroy());
    await stop();
  });

  it('make as much room as one needs that is longer than all', async () => {
    const { answer, stop } = await unreadAnswers(createUnread(CHUNK.length / 2));
    const { response, socket } = await answer();
    expect(response.destroyed).toBe(true);
    socket.destroy();
    await stop();
  });

  it('make room when they are read after all', async () => {
    const { answer, stop } = await unreadAnswers(createUnread(ROOM));
    const [first, second] = [await answer(), await answer()];
    const read = once(first.response, 'drain');
    first.socket.resume();
    await read;
    const third = await answer();
    expect([first, second, third].map(({ response }) => response.destroyed)).toEqual([false, false, false]);
    for (const { socket } of [first, second, third]) socket.destroy();
    await stop();
  });
});
