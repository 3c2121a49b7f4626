import express from 'express';
import request from 'supertest';
import { anApp, anOperation } from './app.fixture';
import { authRateLimit } from './rate-limit';
import { route } from './routes';
import type { TrustProxy } from './trust-proxy';

/** An app with two paths below /auth and one elsewhere. */
const appWith = (perMinute: number, trustProxy?: TrustProxy) =>
  anApp(
    ['/auth/token', '/auth/register', '/things'].map((path) => route(anOperation({ path }), async () => ({}))),
    { middleware: [authRateLimit(perMinute)], trustProxy },
  );

const statuses = async (app: express.Express, paths: string[]) => {
  const seen: number[] = [];
  for (const path of paths) seen.push((await request(app).get(path)).status);
  return seen;
};

afterEach(() => import.meta.jest.restoreAllMocks());

describe('the rate limit', () => {
  it('counts what goes to /auth, in whatever way', async () => {
    const paths = ['/auth/token', '/auth/register', '/auth/nothing', '/auth/token/'];
    expect(await statuses(appWith(3), paths)).toEqual([200, 200, 404, 429]);
  });

  it('leaves everything else alone', async () => {
    const paths = ['/auth/token', '/auth/token', '/things', '/things'];
    expect(await statuses(appWith(1), paths)).toEqual([200, 429, 200, 200]);
  });

  it('says when to come again, and lets in whoever does', async () => {
    const app = appWith(1);
    const now = import.meta.jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
    await request(app).get('/auth/token');
    now.mockReturnValue(1_045_000);
    const response = await request(app).get('/auth/token');
    expect(response.headers['retry-after']).toBe('15');
    expect(response.body).toEqual({
      error: { message: 'Too many requests to /auth from this address; please try again later', status: 429 },
    });
    now.mockReturnValue(1_060_000);
    expect((await request(app).get('/auth/token')).status).toBe(200);
  });

  it.each([60, 600, 7_200])('lets nobody wait for longer because the clock was set back by %p s', async (jump) => {
    const app = appWith(1);
    const now = import.meta.jest.spyOn(Date, 'now').mockReturnValue(10_000_000);
    expect(await statuses(app, ['/auth/token', '/auth/token'])).toEqual([200, 429]);
    now.mockReturnValue(10_000_000 - jump * 1_000);
    expect(await statuses(app, ['/auth/token', '/auth/token'])).toEqual([200, 429]);
    const response = await request(app).get('/auth/token');
    expect(Number(response.headers['retry-after'])).toBeLessThanOrEqual(60);
  });

  it('can be switched off', async () => {
    expect(await statuses(appWith(0), ['/auth/token', '/auth/token'])).toEqual([200, 200]);
  });
});

describe('the rate limit behind a proxy', () => {
  /** The statuses of requests, each with this X-Forwarded-For, and the output meanwhile. */
  async function behind(trustProxy: TrustProxy | undefined, forwarded: string[], header = 'X-Forwarded-For') {
    const printed = import.meta.jest.spyOn(console, 'error').mockImplementation(() => {});
    const app = appWith(1, trustProxy);
    const seen: number[] = [];
    for (const value of forwarded) seen.push((await request(app).get('/auth/token').set(header, value)).status);
    return [seen, printed.mock.calls];
  }

  it.each<[TrustProxy | undefined, string]>([
    [undefined, 'X-Forwarded-For'],
    [false, 'Forwarded'],
    ['192.0.2.0/24', 'X-Forwarded-For'],
    [0, 'X-Forwarded-For'],
  ])('believes nobody it has not been told to trust (%p): %s', async (trustProxy, header) => {
    expect(await behind(trustProxy, ['198.51.100.1', '198.51.100.2'], header)).toEqual([[200, 429], []]);
  });

  it.each<TrustProxy>([1, true, 'loopback', '127.0.0.0/8, ::1, ::ffff:127.0.0.1'])(
    'counts the clients of one that it trusts: %p',
    async (trustProxy) => {
      const clients = ['198.51.100.1', '198.51.100.2', '198.51.100.1', '2001:db8::1'];
      expect(await behind(trustProxy, clients)).toEqual([[200, 200, 429, 200], []]);
    },
  );

  it.each<TrustProxy>([1, 'loopback'])(
    'does not believe what a client says of itself before: %p',
    async (trustProxy) => {
      const chains = ['203.0.113.1, 198.51.100.1', '203.0.113.2, 198.51.100.1', '203.0.113.1, 198.51.100.2'];
      expect(await behind(trustProxy, chains)).toEqual([[200, 429, 200], []]);
    },
  );

  it('takes a client for the same whatever port the proxy names with it', async () => {
    const clients = ['198.51.100.1:4711', '198.51.100.1:4712', '[2001:db8::1]:4711', '[2001:db8::1]'];
    expect(await behind(1, clients)).toEqual([[200, 429, 200, 429], []]);
  });

  it('counts the proxy where that names no address', async () => {
    expect(await behind(1, ['unknown', '_hidden', ''])).toEqual([[200, 429, 429], []]);
  });
});
