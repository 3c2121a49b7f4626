import type { ServerResponse } from 'node:http';
import { type Identity, internalOperations, operations } from '@jobly/contracts';
import { type Route, admitting, createAdmission, createApp, fixedLimit, guarded } from '@jobly/http-kit';
import { pino } from 'pino';
import request from 'supertest';
import { aNeighbour, json } from './neighbour.fixture';
import { serviceClient } from './service-client';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  import.meta.jest.restoreAllMocks();
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const unavailable = {
  kind: 'unavailable',
  detail: 'The jobs service is unavailable at the moment; please try again',
  retryAfter: 1,
};

const tokenFor = (user: Identity | undefined) => (user ? `a-token-for-${user.username}` : 'a-token');

const DEADLINE_MS = 5_000;

/** A question to a neighbour with this answer. */
async function asking(answer: (response: ServerResponse, count: number) => void, deadline = DEADLINE_MS) {
  const { url, heard, stop } = await aNeighbour(answer);
  stops.push(stop);
  const client = serviceClient({ name: 'jobs', url, token: tokenFor, deadline });
  return { ask: () => client(internalOperations.jobExists, { params: { id: 7 } }), heard, stop };
}

const yes = json({ exists: true });
const status = (code: number) => json({ error: { message: 'No', status: code } }, code);
const html = (response: ServerResponse) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>');
const empty = (response: ServerResponse) => void response.writeHead(200).end();
const elsewhere = (response: ServerResponse) => void response.writeHead(302, { Location: '/' }).end();
const hangUp = (response: ServerResponse) => void response.destroy();
const brokenOff = (response: ServerResponse) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 100 }).write('{"exists"');
  response.destroy();
};
const silence = () => {};

describe('a question', () => {
  /** An app that asks a neighbour while it serves a request that the guard has admitted for this user. */
  const appThatAsks = (ask: () => Promise<unknown>, caller?: Identity, serverTiming = false) => {
    const route: Route = { operation: operations.listJobs, handle: ask };
    return createApp({
      name: 'companies',
      log: pino({ level: 'silent' }),
      readiness: { accepting: true },
      isPublic: false,
      serverTiming,
      probe: () => Promise.resolve(),
      operations: guarded([route], async () => caller),
    });
  };

  it('says who asks, and on behalf of which request', async () => {
    const { ask, heard } = await asking(yes);
    const headers = { 'X-Request-Id': 'abc', Authorization: 'Bearer of-the-user' };
    await request(appThatAsks(ask)).get('/jobs').set(headers);
    expect(heard[0]!.headers).toMatchObject({ 'x-request-id': 'abc', authorization: 'Bearer a-token' });
  });

  it('says for which client it is asked, so that its turn at the neighbour is that of nobody else', async () => {
    const { ask, heard } = await asking(yes);
    const admission = createAdmission('The test', () => fixedLimit(1));
    await request(admitting(admission, false, appThatAsks(ask)))
      .get('/jobs')
      .set('X-Forwarded-For', '192.0.2.7');
    expect(heard[0]!.headers).toMatchObject({ 'x-forwarded-for': '192.0.2.7' });
  });

  it('says on behalf of which user', async () => {
    const { ask, heard } = await asking(yes);
    await request(appThatAsks(ask, { username: 'ada', account: 'a1', isAdmin: false })).get('/jobs');
    expect(heard[0]!.headers).toMatchObject({ authorization: 'Bearer a-token-for-ada' });
  });

  it('says how long it waits for the answer: no longer than whoever asks it waits itself', async () => {
    const { ask, heard } = await asking(yes);
    await request(appThatAsks(ask)).get('/jobs');
    await request(appThatAsks(ask)).get('/jobs').set('X-Remaining-Time', '400');
    const [alone, within] = heard.map(({ headers }) => Number(headers['x-remaining-time']));
    expect(alone).toBe(DEADLINE_MS);
    expect(within).toBeGreaterThan(0);
    expect(within).toBeLessThanOrEqual(400);
  });

  it('is given up when whoever asks it waits no longer', async () => {
    const { ask } = await asking(() => {});
    const answer = await request(appThatAsks(ask)).get('/jobs').set('X-Remaining-Time', '100');
    expect(answer.status).toBe(503);
  });

  it('is part of where the time went, with what the neighbour says of its own', async () => {
    const { ask } = await asking((response) => {
      response.setHeader('Server-Timing', 'jobs;dur=1.5, jobs.db;dur=0.5');
      yes(response);
    });
    const answer = await request(appThatAsks(ask, undefined, true)).get('/jobs');
    const entries = answer.get('Server-Timing')!.split(', ');
    const names = entries.map((entry) => entry.split(';')[0]);
    expect(names).toEqual(expect.arrayContaining(['companies', 'companies.downstream', 'companies.json']));
    expect(entries.slice(-2)).toEqual(['companies.jobs;dur=1.5', 'companies.jobs.db;dur=0.5']);
  });

  it('goes to another replica where one cannot be reached', async () => {
    const { url, heard, stop } = await aNeighbour(yes);
    stops.push(stop);
    const named = { name: 'jobs', url: url.replace('127.0.0.1', 'jobs.internal'), token: tokenFor, deadline: 5_000 };
    const client = serviceClient({ ...named, lookup: async () => ['240.0.0.1', '127.0.0.1'] });
    for (let i = 0; i < 4; i += 1) {
      expect(await client(internalOperations.jobExists, { params: { id: 7 } })).toEqual({ exists: true });
    }
    expect(heard).toHaveLength(4);
  });

  it('needs no request to be asked', async () => {
    const { ask, heard } = await asking(yes);
    await ask();
    expect(heard[0]!.headers).not.toHaveProperty('x-request-id');
  });
});

describe('trouble that passes', () => {
  it.each([
    ['a 500', status(500)],
    ['a 503', status(503)],
    ['a lost connection', hangUp],
    ['half an answer', brokenOff],
  ])('is waited for: %s', async (_name, trouble) => {
    const { ask, heard } = await asking((response, count) => (count < 3 ? trouble : yes)(response));
    expect(await ask()).toEqual({ exists: true });
    expect(heard).toHaveLength(3);
  });

  it('is not waited for any longer', async () => {
    const { ask, heard } = await asking(status(500));
    await expect(ask()).rejects.toMatchObject(unavailable);
    expect(heard).toHaveLength(3);
  });
});

describe('no usable answer', () => {
  it.each([
    ['not found', status(404)],
    ['not allowed', status(401)],
    ['another success', status(201)],
    ['somebody else who says yes to everything', html],
    ['nothing', empty],
    ['elsewhere', elsewhere],
    ['another question', json({ company: null })],
    ['another type', json({ exists: 'yes' })],
    ['null', json(null)],
  ])('is never taken for one: %s', async (_name, answer) => {
    const { ask, heard } = await asking(answer);
    await expect(ask()).rejects.toMatchObject(unavailable);
    expect(heard).toHaveLength(1);
  });

  it('comes from where nobody listens', async () => {
    const { ask, stop } = await asking(yes);
    await stop();
    await expect(ask()).rejects.toMatchObject(unavailable);
  });

  it('is not waited for beyond the deadline', async () => {
    const { ask } = await asking(silence, 50);
    await expect(ask()).rejects.toMatchObject(unavailable);
  });

  it('that starts and never ends is not waited for, either', async () => {
    const { ask } = await asking((response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).write('{');
    }, 50);
    await expect(ask()).rejects.toMatchObject(unavailable);
  });

  it('is explained in the log without the token', async () => {
    const { ask } = await asking(hangUp);
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => lines.push(line) });
    await ask().catch((error: unknown) => log.warn({ err: error }, 'unavailable'));
    expect(lines.join()).toContain('could not be reached');
    expect(lines.join()).not.toContain('a-token');
  });
});

describe('a neighbour that is down', () => {
  const failures = (ask: () => Promise<unknown>, count: number) =>
    Promise.allSettled(Array.from({ length: count }, () => ask()));
  const clock = { advance: (_ms: number): void => {} };
  beforeEach(() => {
    let now = 1_000;
    import.meta.jest.spyOn(performance, 'now').mockImplementation(() => now);
    clock.advance = (ms) => (now += ms);
  });

  it.each([
    ['fails', status(500)],
    ['hangs', silence],
  ])('is left alone after ten failures in a row: it %s', async (_name, trouble) => {
    const { ask, heard } = await asking(trouble, 200);
    await failures(ask, 10);
    const asked = heard.length;
    await expect(ask()).rejects.toMatchObject(unavailable);
    expect(heard).toHaveLength(asked);
  });

  it('is asked again after a while', async () => {
    let answer = status(500);
    const { ask } = await asking((response) => answer(response));
    await failures(ask, 10);
    answer = yes;
    await expect(ask()).rejects.toMatchObject(unavailable);
    clock.advance(500);
    expect(await ask()).toEqual({ exists: true });
    expect(await ask()).toEqual({ exists: true });
  });

  it('is not left alone because it refuses', async () => {
    const { ask, heard } = await asking(status(404));
    await failures(ask, 20);
    await failures(ask, 1);
    expect(heard).toHaveLength(21);
  });
});
