import { afterAll, describe, expect, test } from 'bun:test';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { aServer } from './server.fixture';

const server = await aServer(async () => ({ found: true }), {
  headersTimeout: 300,
  requestTimeout: 600,
  connectionsCheckingInterval: 50,
});
afterAll(() => server.drain(0));

/** What the server answers to these bytes, until it closes the connection. */
async function answerTo(bytes: string) {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.write(bytes);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return { head, status: Number(head.split(' ')[1]), body: JSON.parse(body) as unknown };
}

const BEGIN = 'POST /companies HTTP/1.1\r\nHost: a\r\nAuthorization: x\r\nContent-Type: application/json\r\n';

describe('what never becomes a request', () => {
  test.each([
    ['nonsense', 'nonsense\r\n\r\n', 400, 'Bad Request'],
    ['a length that is none', 'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n', 400, 'Bad Request'],
    ['a head that does not end', 'GET / HTTP/1.1\r\nHost: a\r\n', 408, 'Request Timeout'],
    ['a body that does not end', `${BEGIN}Content-Length: 9\r\n\r\n{`, 408, 'Request Timeout'],
    ['nothing', '', 408, 'Request Timeout'],
  ])('is refused in the shape of the contract: %s', async (_, bytes, status, message) => {
    const { head, ...answer } = await answerTo(bytes);
    expect(answer).toEqual({ status, body: { error: { message, status } } });
    expect(head).toMatch(/^Content-Type: application\/json; charset=utf-8\r?$/m);
    expect(head).toMatch(/^X-Request-Id: [\da-f-]{36}\r?$/m);
    expect(head).toMatch(/^Connection: close\r?$/m);
  });
});

describe('a request that Bun would refuse by itself', () => {
  const ask = async (headers: string) => {
    const { status, body } = await answerTo(`GET /companies HTTP/1.1\r\nConnection: close\r\n${headers}\r\n`);
    return [status, body];
  };

  test('for want of a Host gets an error in the shape of the contract', async () => {
    expect(await ask('')).toEqual([400, { error: { message: 'The Host header is missing', status: 400 } }]);
  });

  test('for an unknown expectation is answered like one without', async () => {
    expect(await ask('Host: a\r\nExpect: something-else\r\n')).toEqual([200, { found: true }]);
  });
});
