import express from 'express';
import request from 'supertest';
import { anApp, anOperation } from './app.fixture';
import { authRateLimit } from './rate-limit';
import { route } from './routes';

/** An app with two ways below /auth and one elsewhere. */
const appWith = (perMinute: number) =>
  anApp(
    ['/auth/token', '/auth/register', '/things'].map((path) => route(anOperation({ path }), async () => ({}))),
    { middleware: [authRateLimit(perMinute)] },
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

  it('can be switched off', async () => {
    expect(await statuses(appWith(0), ['/auth/token', '/auth/token'])).toEqual([200, 200]);
  });
});
