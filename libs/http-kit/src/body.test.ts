import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import express, { type Express } from 'express';
import request from 'supertest';
import { z } from 'zod';
import { anApp, anOperation } from './app.fixture';
import { ignoreBody, readBody } from './body';
import { route } from './routes';

const app = anApp([
  route(anOperation({ method: 'post', body: z.unknown() }), async ({ body }) => ({ body })),
  route(anOperation({ method: 'delete' }), async () => ({})),
]);

const post = (body: string | Buffer, type: string, headers: Record<string, string> = {}) =>
  request(app)
    .post('/things')
    .set('Content-Type', type)
    .set(headers)
    .serialize((asItIs: string) => asItIs)
    .send(body);

const JSON_TYPE = 'application/json';

describe('a body', () => {
  it('is what the handler gets', async () => {
    expect(await post('{"a":[1]}', JSON_TYPE)).toMatchObject({ status: 200, body: { body: { a: [1] } } });
    expect(await post('{"ä":1}', `${JSON_TYPE}; charset=UTF-8`)).toMatchObject({ body: { body: { ä: 1 } } });
  });

  it('may be compressed', async () => {
    const zipped = post(gzipSync('{"a":1}'), JSON_TYPE, { 'Content-Encoding': 'gzip' });
    expect(await zipped).toMatchObject({ status: 200, body: { body: { a: 1 } } });
  });

  it('that is too long compressed is too long, however little is in it', async () => {
    const members = [gzipSync('{"a":1}'), ...Array<Buffer>(6_000).fill(gzipSync(''))];
    const zipped = Buffer.concat(members);
    const brokenOff = zipped.subarray(0, -7);
    for (const body of [zipped, brokenOff]) {
      expect(await post(body, JSON_TYPE, { 'Content-Encoding': 'gzip' })).toMatchObject({ status: 413 });
    }
  });

  it('that is not there counts as {}', async () => {
    expect(await request(app).post('/things')).toMatchObject({ status: 200, body: { body: {} } });
    expect(await post('', JSON_TYPE)).toMatchObject({ status: 200, body: { body: {} } });
    const chunked = request(app).post('/things').set('Transfer-Encoding', 'chunked').set('Content-Type', JSON_TYPE);
    expect(await chunked).toMatchObject({ status: 200, body: { body: {} } });
    const ofNoType = request(app).post('/things').set('Transfer-Encoding', 'chunked');
    expect(await ofNoType).toMatchObject({ status: 200, body: { body: {} } });
  });

  it.each(['{', '{"a":}', 'a=b', '"text"', '42', 'null', '\0'])('that is no JSON is a 400: %p', async (body) => {
    const response = await post(body, JSON_TYPE);
    expect(response.status).toBe(400);
    expect(response.body).toEqual({ error: { message: 'The body is not valid JSON', status: 400 } });
  });

  it('may be 100 kB, not more', async () => {
    const withLength = (bytes: number) => JSON.stringify('x'.repeat(bytes)).replace(/^"(.*)xx"$/, '["$1"]');
    expect(await post(withLength(100 * 1024 - 2), JSON_TYPE)).toMatchObject({ status: 200 });
    const response = await post(withLength(100 * 1024 - 1), JSON_TYPE);
    expect(response.status).toBe(413);
    expect(response.body).toEqual({ error: { message: 'The body must not exceed 100kb', status: 413 } });
  });

  it('cannot hide its size by compression', async () => {
    const bomb = gzipSync(JSON.stringify(['x'.repeat(1_000_000)]));
    expect(await post(bomb, JSON_TYPE, { 'Content-Encoding': 'gzip' })).toMatchObject({ status: 413 });
  });

  it('of another type is a 415 also where its length is not told', async () => {
    const chunked = request(app).post('/things').set({ 'Transfer-Encoding': 'chunked', 'Content-Type': 'text/plain' });
    chunked.write('{}');
    expect(await chunked).toMatchObject({ status: 415 });
  });

  it.each([
    ['a=b', 'application/x-www-form-urlencoded'],
    ['<a/>', 'text/xml'],
    ['{}', 'text/plain'],
    ['{}', 'application/json; charset=latin1'],
    ['{}', 'nonsense'],
  ])('of another type is a 415: %p as %s', async (body, type) => {
    const response = await post(body, type);
    expect(response.status).toBe(415);
    expect(response.body).toMatchObject({ error: { status: 415 } });
  });
});

describe('a body that nobody asked for', () => {
  const remove = (body: string | Buffer, headers: Record<string, string>) =>
    request(app)
      .delete('/things')
      .set(headers)
      .serialize((asItIs: string) => asItIs)
      .send(body);

  it.each([
    ['{"a":1}', { 'Content-Type': JSON_TYPE }],
    ['{', { 'Content-Type': JSON_TYPE }],
    ['{}', { 'Content-Type': `${JSON_TYPE}; charset=ebcdic` }],
    ['a=b', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['\0', { 'Content-Type': 'nonsense' }],
    ['not gzip', { 'Content-Type': JSON_TYPE, 'Content-Encoding': 'gzip' }],
    ['?', { 'Content-Type': JSON_TYPE, 'Content-Encoding': 'rot13' }],
  ])('is ignored: %p with %p', async (body, headers) => {
    expect(await remove(body, headers)).toMatchObject({ status: 200 });
  });

  it('may have 100 kB, not more', async () => {
    expect(await remove('x'.repeat(100 * 1024), {})).toMatchObject({ status: 200 });
    const response = await remove('x'.repeat(100 * 1024 + 1), {});
    expect(response.status).toBe(413);
    expect(response.body).toEqual({ error: { message: 'The body must not exceed 100kb', status: 413 } });
  });

  it('is not in the way of what follows on its connection, announced or in chunks', async () => {
    const { socket, close } = await connected(app);
    const bodies = ['GET /nothing HTTP/1.1', '{"a":1', 'x'.repeat(100 * 1024), 'x'.repeat(100 * 1024 + 1)];
    for (const body of [...bodies, 'x'.repeat(300_000)]) {
      const chunk = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
      socket.write(`${HEAD}Content-Length: ${body.length}\r\n\r\n${body}`);
      socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n${chunk}`);
    }
    socket.write(`${HEAD}Connection: close\r\n\r\n`);
    const statuses = Array.from((await text(socket)).matchAll(/HTTP\/1\.1 (\d+)/g), ([, status]) => Number(status));
    expect(statuses).toEqual([...Array<number>(6).fill(200), ...Array<number>(4).fill(413), 200]);
    await close();
  });
});

describe('a body of another type than JSON', () => {
  it('is not in the way of what follows on its connection, however long it is', async () => {
    const { socket, close } = await connected(app);
    const head = 'POST /things HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n';
    for (const length of [1, 70_000, 140_000, 1_000_000]) {
      const body = 'x'.repeat(length);
      socket.write(`${head}Content-Length: ${length}\r\n\r\n${body}`);
      socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n${length.toString(16)}\r\n${body}\r\n0\r\n\r\n`);
    }
    socket.write(`${HEAD}Connection: close\r\n\r\n`);
    const statuses = Array.from((await text(socket)).matchAll(/HTTP\/1\.1 (\d+)/g), ([, status]) => Number(status));
    expect(statuses).toEqual([...Array<number>(8).fill(415), 200]);
    await close();
  });
});

describe('a body that breaks off', () => {
  it.each([
    ['that nobody asked for', ignoreBody, ''],
    ['of JSON', readBody, `Content-Type: ${JSON_TYPE}\r\n`],
    ['of another type', readBody, 'Content-Type: text/plain\r\n'],
  ])('is the client’s fault: one %s', async (_, read, type) => {
    let tell: (error: unknown) => void;
    const told = new Promise((resolve) => (tell = resolve));
    const { socket, close } = await connected(
      express().use((request, response) => {
        read(request, response).catch(tell);
        socket.destroy();
      }),
    );
    socket.write(`${HEAD}${type}Transfer-Encoding: chunked\r\n\r\n`);
    expect(await told).toMatchObject({ kind: 'invalid' });
    await close();
  });
});

const HEAD = 'DELETE /things HTTP/1.1\r\nHost: localhost\r\n';

/** A raw connection to an app. */
async function connected(app: Express) {
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  return { socket, close: () => new Promise((resolve) => server.close(resolve)) };
}
