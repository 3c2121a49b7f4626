import { once } from 'node:events';
import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { askAt } from './request';

const cleanups: (() => void)[] = [];
afterEach(() => cleanups.splice(0).forEach((cleanUp) => cleanUp()));

async function aServer(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  cleanups.push(() => server.close());
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('an answer is told with its body, an error with its message', async () => {
  const origin = await aServer(({ url }, response) => {
    response.writeHead(url === '/jobs' ? 200 : 404).end(`{"asked":"${url}"}`);
  });
  const ask = askAt(origin);
  expect(await ask('GET', '/jobs')).toEqual({ status: 200, body: { asked: '/jobs' }, answer: '200', isUnsent: false });
  expect(await ask('GET', '/other')).toMatchObject({ status: 404, answer: '404 {"asked":"/other"}' });
});

test('a request carries the token and the body', async () => {
  const origin = await aServer((request, response) => {
    void request.toArray().then((chunks) => {
      const { method, headers } = request;
      response.end(
        JSON.stringify({ method, token: headers.authorization, type: headers['content-type'], body: chunks.join('') }),
      );
    });
  });
  expect((await askAt(origin, 'abc')('PATCH', '/jobs/1', { salary: 7 })).body).toEqual({
    ...{ method: 'PATCH', token: 'Bearer abc', type: 'application/json', body: '{"salary":7}' },
  });
});

test('a broken connection is no answer, and the request is not sent again', async () => {
  let requests = 0;
  const origin = await aServer((request) => {
    requests += 1;
    request.socket.destroy();
  });
  expect(await askAt(origin)('GET', '/jobs')).toMatchObject({ status: undefined, isUnsent: false });
  expect(requests).toBe(1);
});

test('where nobody listens, nothing was sent', async () => {
  const origin = await aServer(() => {});
  cleanups.splice(0).forEach((cleanUp) => cleanUp());
  expect(await askAt(origin)('POST', '/jobs', {})).toMatchObject({ status: undefined, isUnsent: true });
});
