import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { z } from 'zod';
import { anAdmission, anApp, anOperation } from '../app.fixture';
import { route } from '../routes';
import { admissionMetrics } from './metrics';
import { admitting } from './admitting';
import { away } from './away';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close().closeAllConnections()));

/** A server with one place: GET /work is at work until it is told to end, GET /wait waits elsewhere until then. */
async function aServer({ isPublic = true } = {}) {
  const served: unknown[] = [];
  const end = Promise.withResolvers<object>();
  const begun = Promise.withResolvers<undefined>();
  const until = <T>(waiting: () => Promise<T>) => {
    begun.resolve(undefined);
    return waiting();
  };
  const app = anApp(
    [
      route(anOperation({ path: '/work' }), () => until(() => end.promise)),
      route(anOperation({ path: '/wait' }), () => away(() => until(() => end.promise))),
      // What fails while the rest of its work is still away.
      route(anOperation({ path: '/half' }), () =>
        Promise.all([away(() => until(() => end.promise)), Promise.reject(new Error('broken'))]),
      ),
      route(anOperation({ path: '/quick' }), async () => ({})),
      route(anOperation({ path: '/served/:by', params: z.object({ by: z.string() }) }), async ({ params }) => {
        served.push((params as { by: string }).by);
        return {};
      }),
      route(anOperation({ path: '/sent', method: 'post', body: z.object({}) }), async () => ({})),
      route(anOperation({ path: '/fail' }), () => Promise.reject(new Error('broken'))),
    ],
    { metrics: admissionMetrics, isPublic },
  );
  const server = createServer(admitting(anAdmission(1), isPublic, app)).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const get = (path: string, headers = {}) => fetch(`http://127.0.0.1:${port}${path}`, { headers });
  return { get, port, end: () => end.resolve({}), begun: begun.promise, served };
}

describe('a server all of whose places are taken', () => {
  it('refuses with a 503 what it cannot begin, and goes on when there is a place again', async () => {
    const { get, end, begun } = await aServer();
    const atWork = get('/work');
    await begun;
    const refused = await get('/quick', { 'X-Request-Id': 'of-the-client' });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await refused.json()).toEqual({
      error: { message: 'The test is unavailable at the moment; please try again', status: 503 },
    });
    expect(refused.headers.get('x-request-id')).toBe('of-the-client');
    // Or else a front end could not read it.
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    end();
    expect((await atWork).status).toBe(200);
    expect((await get('/quick')).status).toBe(200);
  });

  it('still says that it lives, and counts whom it refuses', async () => {
    const { get, end, begun } = await aServer();
    const atWork = get('/work');
    await begun;
    await get('/quick');
    expect((await get('/health/live')).status).toBe(200);
    const metrics = await (await get('/metrics')).text();
    expect(metrics).toMatch(/admission_limit\{what="The test",process="test"\} 1/);
    expect(metrics).toMatch(/admission_refusals_total\{what="The test",process="test"\} [1-9]/);
    end();
    await atWork;
  });
});

describe('those who wait for a place', () => {
  it.each([
    ['take turns by the clients for whom a gateway asks', false, ['a', 'b', 'a', 'a']],
    ['are one source where anybody may claim to be a gateway', true, ['a', 'a', 'a', 'b']],
  ])('%s', async (_what, isPublic, inOrder) => {
    const { get, end, begun, served } = await aServer({ isPublic });
    const atWork = get('/work');
    await begun;
    const waiting = [];
    for (const by of ['a', 'a', 'a', 'b']) {
      waiting.push(get(`/served/${by}`, { 'X-Forwarded-For': by === 'a' ? '192.0.2.1' : '192.0.2.2' }));
      // Answered after what came before has come.
      await get('/health/live');
    }
    end();
    await Promise.all([atWork, ...waiting]);
    expect(served).toEqual(inOrder);
  });
});

describe('a place', () => {
  it('is not held while a neighbour or another thread is at work', async () => {
    const { get, end, begun } = await aServer();
    const waiting = get('/wait');
    await begun;
    expect((await get('/quick')).status).toBe(200);
    end();
    expect((await waiting).status).toBe(200);
    expect((await get('/quick')).status).toBe(200);
  });

  it('is not held for a client that sends slowly', async () => {
    const { get, port } = await aServer();
    const slow = connect(port, '127.0.0.1');
    slow.write('POST /sent HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{');
    const other = connect(port, '127.0.0.1');
    other.write('POST /sent HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{');
    expect((await get('/quick')).status).toBe(200);
    other.destroy();
    slow.write('}');
    const [answer] = (await once(slow, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1.1 200/);
    expect((await get('/quick')).status).toBe(200);
    slow.destroy();
  });

  it('is given back by a client that goes away, whatever it waits for', async () => {
    const { get, end, begun, port } = await aServer();
    const gone = connect(port, '127.0.0.1');
    gone.write('GET /wait HTTP/1.1\r\nHost: a\r\n\r\n');
    await begun;
    gone.destroy();
    expect((await get('/quick')).status).toBe(200);
    end();
    for (let i = 0; i < 3; i += 1) expect((await get('/quick')).status).toBe(200);
  });

  it('is not taken by a client that has gone before its turn', async () => {
    const { get, end, begun, port } = await aServer();
    const atWork = get('/work');
    await begun;
    const gone = connect(port, '127.0.0.1');
    gone.write('GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n');
    await get('/health/live');
    gone.destroy();
    await get('/health/live');
    end();
    await atWork;
    for (let i = 0; i < 3; i += 1) expect((await get('/quick')).status).toBe(200);
  });

  it('is given back by what no route answers', async () => {
    const { get } = await aServer();
    expect((await get('/nothing')).status).toBe(404);
    expect((await get('/quick')).status).toBe(200);
  });

  it('is given back by what fails while others are still at work for it', async () => {
    const { get, end } = await aServer();
    expect((await get('/half')).status).toBe(500);
    end();
    for (let i = 0; i < 3; i += 1) expect((await get('/quick')).status).toBe(200);
  });

  it('is given back by an answer that its client does not read', async () => {
    const { get, port } = await aServer();
    const deaf = connect(port, '127.0.0.1').pause();
    deaf.write('GET /docs/assets/swagger-ui-bundle.js HTTP/1.1\r\nHost: a\r\n\r\n');
    await get('/health/live');
    for (let i = 0; i < 3; i += 1) expect((await get('/quick')).status).toBe(200);
    deaf.destroy();
  });

  it('is given back by what fails', async () => {
    const { get } = await aServer();
    expect((await get('/fail')).status).toBe(500);
    expect((await get('/quick')).status).toBe(200);
  });
});
