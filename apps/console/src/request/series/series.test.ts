import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import express from 'express';
import request from 'supertest';
import type { SeriesLine } from '../../../api/request';
import { type FakeStack, startFakeStack } from '../fake-stack.fixture';
import { requestRoutes } from '../routes';
import { fakeLauncher } from '../../launcher.fixture';

const stacks: FakeStack[] = [];
afterEach(async () => {
  for (const stack of stacks.splice(0)) await stack.close();
});

type Replies = Parameters<typeof startFakeStack>[1];

async function aStack(name: 'monolith' | 'gateway', replies: Replies) {
  const stack = await startFakeStack(name, replies);
  stacks.push(stack);
  return { ...stack, part: { name, url: stack.url, pid: 1 } };
}

function consoleOf(
  parts: readonly { name: 'monolith' | 'gateway'; url: string; pid: number }[],
  measuring?: () => string,
) {
  const app = express();
  app.use(
    express.json(),
    requestRoutes(fakeLauncher(parts).launcher, { SEED_PASSWORD: 'password' }, measuring ?? (() => null)),
  );
  app.use((error: { detail: string }, _request: unknown, response: express.Response, _next: unknown) => {
    response.status(409).json(error.detail);
  });
  return app;
}

const series = (app: express.Express, operation = 'getJob', values: Record<string, string> = { id: '7' }) =>
  request(app).post('/series').send({ operation, values, as: 'nobody' }).responseType('blob');

const linesOf = (body: unknown) =>
  String(body)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SeriesLine);

const job: Replies = () => [200, { job: {} }];

describe('a series of requests', () => {
  it('is sent to each stack in turn, and tells of each, and of all of them in the end', async () => {
    const order: string[] = [];
    const noting =
      (name: string): Replies =>
      () => {
        order.push(name);
        return [200, {}];
      };
    const monolith = await aStack('monolith', noting('monolith'));
    const micro = await aStack('gateway', noting('micro'));
    const lines = linesOf((await series(consoleOf([monolith.part, micro.part])).expect(200)).body);
    expect(order.slice(0, 4)).toEqual(['monolith', 'micro', 'micro', 'monolith']);
    const samples = lines.flatMap((line) => ('sample' in line ? [line.sample] : []));
    expect(samples.map(({ stack }) => stack)).toEqual(order);
    expect(samples.filter(({ isWarmUp }) => isWarmUp)).toHaveLength(2 * 20);
    const end = lines.at(-1) as Extract<SeriesLine, { times: unknown }>;
    expect(end.times.map(({ stack, n }) => [stack, n])).toEqual([
      ['monolith', 200],
      ['micro', 200],
    ]);
    const counted = samples.flatMap(({ stack, ms, isWarmUp }) => (stack === 'micro' && !isWarmUp ? [ms] : []));
    const median = counted.sort((one, other) => one - other)[99];
    expect(end.times[1]?.median.estimate).toBe(median);
    const [longer] = end.longer;
    expect(longer).toMatchObject({ stack: 'micro', base: 'monolith' });
    expect(longer!.parts.reduce((sum, { added }) => sum + added.estimate, 0)).toBeCloseTo(longer!.added!.estimate);
  });

  it('of writes goes on only while they are refused', async () => {
    const refusing = await aStack('monolith', () => [401, {}]);
    expect(linesOf((await series(consoleOf([refusing.part]), 'deleteJob')).body).at(-1)).toHaveProperty('times');
    const doing = await aStack('monolith', () => [200, { deleted: 7 }]);
    const lines = linesOf((await series(consoleOf([doing.part]), 'deleteJob')).body);
    expect(lines).toEqual([{ ended: expect.stringContaining('monolith has not refused it') }]);
    expect(doing.received).toHaveLength(1);
  });

  it('ends with a sentence when a stack begins to answer otherwise, or not at all', async () => {
    let left = 30;
    const monolith = await aStack('monolith', () => (left-- > 0 ? [200, {}] : [503, {}]));
    expect(linesOf((await series(consoleOf([monolith.part]))).body).at(-1)).toEqual({
      ended: 'Stopped: monolith answered 503, and 200 before.',
    });
    await monolith.close();
    expect(linesOf((await series(consoleOf([monolith.part]))).body)).toEqual([
      { ended: expect.stringMatching(/^Stopped at monolith\. It does not answer/) },
    ]);
  });

  it('is never of log-ins, which would lock somebody out', async () => {
    const monolith = await aStack('monolith', job);
    const { body } = await series(consoleOf([monolith.part]), 'logIn', { username: 'testuser' });
    expect(String(body)).toMatch(/limited/);
    expect(monolith.received).toEqual([]);
  });

  it('stops when its page has gone, and leaves the stacks to the next', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const monolith = await aStack('monolith', async () => {
      await held;
      return [200, {}];
    });
    const server = consoleOf([monolith.part]).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const body = JSON.stringify({ operation: 'getJob', values: { id: '7' }, as: 'nobody' });
    const post = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body };
    const page = new AbortController();
    const gone = fetch(`${url}/series`, { ...post, signal: page.signal }).then((response) => response.text());
    while (monolith.received.length === 0) await setImmediate();
    expect((await fetch(`${url}/requests`, post)).status).toBe(409);
    expect((await fetch(`${url}/series`, post)).status).toBe(409);
    page.abort();
    await expect(gone).rejects.toThrow('aborted');
    release();
    let status = 409;
    while (status === 409) ({ status } = await fetch(`${url}/requests`, post));
    expect(status).toBe(200);
    expect(monolith.received.length).toBeLessThan(200);
    server.close();
    server.closeAllConnections();
  });

  it('is not sent while something is measured, and ends when that begins', async () => {
    const monolith = await aStack('monolith', job);
    let measured: string | null = 'npm run compare';
    const app = consoleOf([monolith.part], () => measured as string);
    expect(String((await series(app).expect(409)).body)).toMatch(/npm run compare measures/);
    await request(app)
      .post('/requests')
      .send({ operation: 'getJob', values: { id: '7' }, as: 'nobody' })
      .expect(409);
    expect(monolith.received).toEqual([]);
    measured = null;
    const begun = await aStack('monolith', () => {
      measured = 'npm run compare';
      return [200, {}];
    });
    const lines = linesOf((await series(consoleOf([begun.part], () => measured as string))).body);
    expect(lines.at(-1)).toEqual({ ended: expect.stringContaining('npm run compare measures') });
    expect(begun.received).toHaveLength(1);
  });
});
