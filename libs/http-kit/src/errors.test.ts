import {
  Problem,
  type ProblemKind,
  conflict,
  forbidden,
  invalid,
  keyReused,
  notFound,
  outcomeUnknown,
  tooManyRequests,
  unauthorized,
  unavailable,
} from '@jobly/contracts';
import request from 'supertest';
import { z } from 'zod';
import { anApp, anAppThat, anOperation, keptLog } from './app.fixture';
import { route } from './routes';

/** The answer of GET /things in an app that throws this error. */
const answerTo = (error: unknown, options: Parameters<typeof anAppThat>[1] = {}) =>
  request(
    anAppThat(() => {
      throw error;
    }, options),
  ).get('/things');

describe('a Problem', () => {
  it.each<[ProblemKind, number, Problem]>([
    ['invalid', 400, invalid('No data')],
    ['unauthorized', 401, unauthorized()],
    ['forbidden', 403, forbidden()],
    ['not-found', 404, notFound('No job: 7')],
    ['method-not-allowed', 405, new Problem('method-not-allowed', 'PUT is not allowed here')],
    ['conflict', 409, conflict('Duplicate username: u')],
    ['too-large', 413, new Problem('too-large', 'The body must not exceed 100kb')],
    ['unsupported-media-type', 415, new Problem('unsupported-media-type', 'The body must be application/json')],
    ['key-reused', 422, keyReused()],
    ['too-many-requests', 429, tooManyRequests('Later', 7)],
    ['unavailable', 503, unavailable('The jobs service')],
    ['outcome-unknown', 504, outcomeUnknown('The jobs service')],
  ])('%s is a %i in the shape of the contract', async (_kind, status, problem) => {
    const response = await answerTo(problem);
    expect(response.status).toBe(status);
    expect(response.body).toEqual({ error: { message: problem.detail, status } });
    expect(response.headers['x-request-id']).toBeDefined();
  });

  it('may have several sentences', async () => {
    const response = await answerTo(invalid(['name is required', 'handle is required']));
    expect(response.body).toEqual({ error: { message: ['name is required', 'handle is required'], status: 400 } });
  });

  it('says how to be let in, and when to come again', async () => {
    expect((await answerTo(unauthorized())).headers['www-authenticate']).toBe('Bearer');
    expect((await answerTo(forbidden())).headers['www-authenticate']).toBeUndefined();
    expect((await answerTo(tooManyRequests('Later', 7))).headers['retry-after']).toBe('7');
    expect((await answerTo(unavailable('The database'))).headers['retry-after']).toBe('1');
  });

  it('keeps its cause to itself', async () => {
    const { text } = await answerTo(unavailable('The database', new Error('connect ECONNREFUSED 10.1.2.3:5432')));
    expect(text).not.toContain('10.1.2.3');
  });

  it('may be what another error is recognised as', async () => {
    const translate = (error: unknown) => (error instanceof RangeError ? unavailable('The database') : undefined);
    expect((await answerTo(new RangeError(), { translate })).status).toBe(503);
    expect((await answerTo(new TypeError(), { translate })).status).toBe(500);
  });
});

describe('a bug', () => {
  it.each([new Error('SELECT secret FROM users'), 'a thrown string', undefined])(
    'is a 500 that tells nothing: %p',
    async (bug) => {
      const response = await answerTo(bug);
      expect(response.status).toBe(500);
      expect(response.body).toEqual({ error: { message: 'Internal server error', status: 500 } });
    },
  );

  it('is logged whole, with the id of the request', async () => {
    const { log, lines } = keptLog('error');
    const response = await answerTo(new Error('SELECT secret FROM users'), { log });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ msg: 'unexpected error', requestId: response.get('X-Request-Id') });
    expect(lines[0]!['err']).toMatchObject({ message: 'SELECT secret FROM users' });
  });

  it('is the only thing that is', async () => {
    const { log, lines } = keptLog('error');
    await answerTo(invalid('No data'), { log });
    expect(lines).toEqual([]);
  });
});

describe('a URL', () => {
  it('that leads nowhere is a 404', async () => {
    const response = await request(anApp([])).get('/nowhere');
    expect(response.status).toBe(404);
    expect(response.body).toEqual({ error: { message: 'Not found', status: 404 } });
  });

  it.each(['/things/%', '/things/%ff', '/things/%zz', '/things/%00'])(
    'that no name of anything can be in is a 400: %s',
    async (path) => {
      const byName = anOperation({ path: '/things/:name', params: z.object({ name: z.string() }) });
      const response = await request(anApp([route(byName, async () => ({}))])).get(path);
      expect(response.status).toBe(400);
      expect(response.body).toMatchObject({ error: { status: 400 } });
    },
  );
});
