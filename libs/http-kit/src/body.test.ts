import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { z } from 'zod';
import { anApp, anOperation } from './app.fixture';
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

  it('that is not there counts as {}', async () => {
    expect(await request(app).post('/things')).toMatchObject({ status: 200, body: { body: {} } });
    expect(await post('', JSON_TYPE)).toMatchObject({ status: 200, body: { body: {} } });
    const chunked = request(app).post('/things').set('Transfer-Encoding', 'chunked').set('Content-Type', JSON_TYPE);
    expect(await chunked).toMatchObject({ status: 200, body: { body: {} } });
    const ofNoType = request(app).post('/things').set('Transfer-Encoding', 'chunked');
    expect(await ofNoType).toMatchObject({ status: 200, body: { body: {} } });
  });

  it('nobody asked for may be absent or {}, nothing else', async () => {
    expect(await request(app).delete('/things')).toMatchObject({ status: 200 });
    expect(await request(app).delete('/things').send({})).toMatchObject({ status: 200 });
    expect(await request(app).delete('/things').send({ a: 1 })).toMatchObject({ status: 400 });
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
