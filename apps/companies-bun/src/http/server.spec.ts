import { afterAll, beforeEach, describe, expect, test } from 'bun:test';
import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Handler } from '../companies/handlers';
import { aServer } from './server.fixture';

/** The operations answer with what they were given, unless a test says otherwise. */
const echo: Handler = async ({ params, query, body, key }) => ({ params, query, body, key });
let answer: Handler;
beforeEach(() => {
  answer = echo;
});

const start = () => aServer((input) => answer(input));
const server = await start();
afterAll(() => server.drain(0));

const ask = (path: string, init?: RequestInit) => fetch(server.url + path, init);
const post = (body: string | Uint8Array<ArrayBuffer>, headers = {}) =>
  ask('/companies', {
    method: 'POST',
    body,
    headers: { Authorization: 'x', 'Content-Type': 'application/json', ...headers },
  });
const acme = { handle: 'acme', name: 'Acme', description: '' };

describe('the server', () => {
  test('answers the operations of the document, with or without a slash at the end', async () => {
    for (const path of ['/companies/acme', '/companies/acme/?x=1']) {
      const response = await ask(path);
      expect([response.status, await response.json()]).toEqual([200, { params: { handle: 'acme' }, query: {} }]);
    }
  });

  test('keeps a valid request id, and makes one otherwise', async () => {
    const idOf = async (id: string) =>
      (await ask('/companies', { headers: { 'X-Request-Id': id } })).headers.get('x-request-id');
    expect(await idOf('abc-1')).toBe('abc-1');
    expect(await idOf('a b')).toMatch(/^[\da-f-]{36}$/);
  });

  test.each([
    ['/nowhere', 404, 'Not found'],
    ['/companies/A', 404, 'Not found'],
    ['/companies/%zz', 400, 'The path is not validly encoded'],
    ['/companies/a%00', 400, 'The path must not contain NUL characters'],
  ])('refuses %s', async (path, status, message) => {
    const response = await ask(path);
    expect([response.status, await response.json()]).toEqual([status, { error: { message, status } }]);
  });

  test('resolves no dots in a path', async () => {
    const { hostname, port } = new URL(server.url);
    const { status } = await new Promise<{ status: number | undefined }>((resolve, reject) => {
      request({ hostname, port, path: '/companies/.' }, ({ statusCode: status }) => resolve({ status }))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });

  test('tells whoever has any representation that there is one', async () => {
    const response = await ask('/companies/acme', { headers: { 'If-None-Match': '*' } });
    expect([response.status, await response.text()]).toEqual([304, '']);
    expect((await ask('/companies/A', { headers: { 'If-None-Match': '*' } })).status).toBe(404);
  });

  test('ignores the body of a GET, unless it is too large', async () => {
    const statusWith = (body: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const asked = request(`${server.url}/companies/acme`, ({ statusCode }) => resolve(statusCode));
        asked.on('error', reject).setHeader('Transfer-Encoding', 'chunked');
        asked.end(body);
      });
    expect([await statusWith('x'), await statusWith('x'.repeat(103_000))]).toEqual([200, 413]);
  });

  test('names the methods of a path', async () => {
    const response = await ask('/companies', { method: 'PUT' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS, POST']);
  });

  test('reads JSON, compressed or not, and nothing else', async () => {
    const body = { ...acme, numEmployees: null, logoUrl: null };
    const { body: received } = (await (await post(JSON.stringify(acme))).json()) as { body: object };
    expect(received).toEqual(body);
    const compressed = await post(gzipSync(JSON.stringify(acme)), { 'Content-Encoding': 'gzip' });
    expect(compressed.status).toBe(201);
    expect((await post('{')).status).toBe(400);
    expect((await post('x', { 'Content-Type': 'text/plain' })).status).toBe(415);
    expect((await post(`{"name":"${'x'.repeat(103_000)}"}`)).status).toBe(413);
    expect((await post(gzipSync('{'.padEnd(200_000)), { 'Content-Encoding': 'gzip' })).status).toBe(413);
  });

  test('lets nobody in before it reads a body', async () => {
    const response = await ask('/companies', { method: 'POST', body: '{' });
    expect(response.status).toBe(403);
  });

  test('takes the key of a request in quotes or without, once', async () => {
    const keyOf = async (key: string) =>
      ((await (await post(JSON.stringify(acme), { 'Idempotency-Key': key })).json()) as { key: string }).key;
    expect(await keyOf('"a"')).toBe(await keyOf('a'));
    expect(await keyOf('b')).not.toBe(await keyOf('a'));
    expect((await post(JSON.stringify(acme), { 'Idempotency-Key': '"a' })).status).toBe(400);
  });

  test('answers HEAD with the length of the body that it leaves out', async () => {
    const length = (await ask('/companies/acme')).headers.get('content-length');
    const response = await ask('/companies/acme', { method: 'HEAD' });
    expect([response.headers.get('content-length'), await response.text()]).toEqual([length, '']);
  });

  test('makes an error that nobody expected a 500 without its words', async () => {
    answer = async () => {
      throw new Error('secret');
    };
    const response = await ask('/companies/acme');
    expect([response.status, await response.text()]).toEqual([
      500,
      '{"error":{"message":"Internal server error","status":500}}',
    ]);
  });

  test('refuses the oldest of too many, and still shows its health', async () => {
    const held = Promise.withResolvers<undefined>();
    answer = async () => {
      await held.promise;
      return {};
    };
    const answers = Array.from({ length: 128 + 256 + 1 }, () => ask('/companies/acme'));
    const refused = await Promise.race(answers);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    expect((await ask('/health/ready')).status).toBe(200);
    held.resolve(undefined);
    expect((await Promise.all(answers)).filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(128);
  });

  test('counts requests by route', async () => {
    await ask('/companies/acme');
    const text = await (await ask('/metrics')).text();
    expect(text).toMatch(
      /http_request_duration_seconds_count\{process="companies",method="GET",route="\/companies\/:handle",status="200"\} \d+/,
    );
    expect(text).toContain('admission_limit{what="The server",process="companies"} 128');
  });
});

test('a server that drains answers what has come, and closes the connections', async () => {
  const held = Promise.withResolvers<undefined>();
  const reached = Promise.withResolvers<undefined>();
  answer = async () => {
    reached.resolve(undefined);
    await held.promise;
    return {};
  };
  const { url, drain } = await start();
  const response = fetch(`${url}/companies/acme`);
  await reached.promise;
  const drained = drain(0);
  held.resolve(undefined);
  const { status, headers } = await response;
  expect([status, headers.get('connection')]).toEqual([200, 'close']);
  await drained;
  expect(fetch(`${url}/health/live`)).rejects.toThrow();
});
