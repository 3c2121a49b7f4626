import { unauthorized } from '@jobly/contracts';
import request from 'supertest';
import { z } from 'zod';
import { anApp, anOperation } from './app.fixture';
import { route } from './routes';

const byId = z.object({ id: z.string().regex(/^\d+$/).transform(Number) });

const app = anApp([
  route(anOperation(), async () => ['one', 'two']),
  route(anOperation({ method: 'post', status: 201 }), async () => ({ made: true })),
  route(anOperation({ path: '/things/:id', params: byId }), async ({ params }) => params),
  route(anOperation({ method: 'delete', path: '/things/:id', params: byId, status: 204 }), async () => undefined),
]);

describe('a route', () => {
  it("answers with the operation's status and the handler's reply", async () => {
    expect(await request(app).post('/things')).toMatchObject({ status: 201, body: { made: true } });
    expect(await request(app).get('/things/7')).toMatchObject({ status: 200, body: { id: 7 } });
  });

  it('may have nothing to say', async () => {
    expect(await request(app).delete('/things/7')).toMatchObject({ status: 204, text: '' });
  });

  it('is found with a trailing slash, but not in other letters', async () => {
    expect(await request(app).get('/things/')).toMatchObject({ status: 200 });
    expect(await request(app).get('/Things')).toMatchObject({ status: 404 });
  });

  it.each(['?colour=red', '?a=1&a=2', '?__proto__=1', '?=', '?%00=x', '?a[b]=c'])(
    'that has no query ignores any: %s',
    async (query) => {
      expect(await request(app).get(`/things/7${query}`)).toMatchObject({ status: 200, body: { id: 7 } });
    },
  );

  it('that names what cannot be is a 404', async () => {
    expect(await request(app).get('/things/seven')).toMatchObject({ status: 404 });
  });
});

describe('HEAD', () => {
  it('says what GET says, without the body', async () => {
    const [get, head] = [await request(app).get('/things'), await request(app).head('/things')];
    expect(head.status).toBe(200);
    expect(head.text).toBeUndefined();
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
  });
});

describe('a method the path does not know', () => {
  it.each([
    ['put', '/things', 'GET, HEAD, OPTIONS, POST'],
    ['patch', '/things/', 'GET, HEAD, OPTIONS, POST'],
    ['post', '/things/7', 'DELETE, GET, HEAD, OPTIONS'],
  ] as const)('is a 405 that says which it knows: %s %s', async (method, path, allow) => {
    const response = await request(app)[method](path);
    expect(response.status).toBe(405);
    expect(response.headers['allow']).toBe(allow);
    expect(response.body).toEqual({
      error: { message: `${method.toUpperCase()} is not allowed here; allowed: ${allow}`, status: 405 },
    });
  });

  it('has HEAD among them only beside GET', async () => {
    const writeOnly = anApp([route(anOperation({ method: 'post' }), async () => ({}))]);
    expect((await request(writeOnly).get('/things')).headers['allow']).toBe('OPTIONS, POST');
    expect((await request(writeOnly).head('/things')).status).toBe(405);
  });
});

describe('the guard', () => {
  const guarded = anApp([route(anOperation({ method: 'post', path: '/things/:id', params: byId }), async () => ({}))], {
    guard: () => Promise.reject(unauthorized()),
  });

  it('comes before the handler', async () => {
    let reached = false;
    const app = anApp([route(anOperation(), async () => (reached = true))], {
      guard: () => Promise.reject(unauthorized()),
    });
    expect(await request(app).get('/things')).toMatchObject({ status: 401 });
    expect(reached).toBe(false);
  });

  it('comes before anything is said about path, query and body', async () => {
    expect(await request(guarded).post('/things/seven')).toMatchObject({ status: 401 });
    expect(await request(guarded).post('/things/7?colour=red')).toMatchObject({ status: 401 });
    const malformed = request(guarded).post('/things/7').set('Content-Type', 'application/json').send('{');
    expect(await malformed).toMatchObject({ status: 401 });
    const tooLarge = request(guarded)
      .post('/things/7')
      .send({ name: 'x'.repeat(200_000) });
    expect(await tooLarge).toMatchObject({ status: 401 });
  });

  it('does not keep a wrong method from being told so', async () => {
    expect(await request(guarded).put('/things/7')).toMatchObject({ status: 405 });
  });
});

describe('a request whose asker waits no longer', () => {
  const done: string[] = [];
  const writing = () => [
    route(anOperation({ method: 'post', status: 201 }), async () => {
      done.push('written');
      return {};
    }),
  ];

  it('is not begun', async () => {
    const response = await request(anApp(writing())).post('/things').set('X-Remaining-Time', '0');
    expect([response.status, done]).toEqual([503, []]);
  });

  it.each(['60000', '-1', 'soon', '1e9', ''])('is one that says so, and no other: %p', async (remaining) => {
    done.length = 0;
    const response = await request(anApp(writing())).post('/things').set('X-Remaining-Time', remaining);
    expect([response.status, done]).toEqual([201, ['written']]);
  });

  it('is not a client’s of a public origin', async () => {
    const app = anApp(writing(), { isPublic: true });
    expect((await request(app).post('/things').set('X-Remaining-Time', '0')).status).toBe(201);
  });
});
