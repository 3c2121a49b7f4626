import request from 'supertest';
import { anApp } from './app.fixture';

describe('health', () => {
  it('is live whatever happens', async () => {
    const app = anApp([], { readiness: { accepting: false }, probe: () => Promise.reject(new Error('down')) });
    expect(await request(app).get('/health/live')).toMatchObject({ status: 200, body: { status: 'live' } });
  });

  it('is ready while it takes requests', async () => {
    const readiness = { accepting: false };
    const app = anApp([], { readiness });
    const readyNow = async () => (await request(app).get('/health/ready')).status;
    expect(await readyNow()).toBe(503);
    readiness.accepting = true;
    expect(await readyNow()).toBe(200);
    readiness.accepting = false;
    expect(await readyNow()).toBe(503);
  });

  it('is not ready without what it cannot work without, and says no more than that', async () => {
    const app = anApp([], { probe: () => Promise.reject(new Error('password of db.internal')) });
    const response = await request(app).get('/health/ready');
    expect(response.status).toBe(503);
    expect(response.headers['retry-after']).toBe('1');
    expect(response.body).toEqual({
      error: { message: 'The database is unavailable at the moment; please try again', status: 503 },
    });
  });

  it.each(['/health/live', '/health/ready', '/metrics'])('is only there to be read: %s', async (path) => {
    const response = await request(anApp([])).post(path);
    expect([response.status, response.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });
});
