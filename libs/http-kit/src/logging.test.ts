import request from 'supertest';
import { anApp, anAppThat, anOperation, keptLog } from './app.fixture';
import { route } from './routes';

describe('the access log', () => {
  it('has a line a request, with nothing secret in it', async () => {
    const { log, lines } = keptLog();
    const app = anAppThat(() => ({ token: 'secret-token' }), { log });
    await request(app)
      .get('/things?name=secret-query')
      .set({ Authorization: 'Bearer secret-header', 'X-Request-Id': 'abc' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ msg: 'request', requestId: 'abc', method: 'GET', path: '/things', status: 200 });
    expect(JSON.stringify(lines)).not.toContain('secret');
  });

  it('says who was let in', async () => {
    const { log, lines } = keptLog();
    const guard = async () => ({ username: 'ada', account: 'a1', isAdmin: false });
    await request(anApp([route(anOperation(), async () => ({}))], { log, guard })).get('/things');
    expect(lines).toEqual([expect.objectContaining({ user: 'ada', status: 200 })]);
  });

  it('says nothing about an outage that the access log would not', async () => {
    const { log, lines } = keptLog();
    const app = anAppThat(() => ({}), { log, probe: () => Promise.reject(new Error('connect ECONNREFUSED')) });
    await request(app).get('/health/ready?name=secret-query').set('X-Request-Id', 'abc');
    expect(lines.map(({ msg }) => msg)).toEqual(['unavailable']);
    expect(lines[0]).toMatchObject({ requestId: 'abc' });
    expect(JSON.stringify(lines)).not.toContain('secret');
  });

  it('costs nothing where nobody reads it', async () => {
    const { log, lines } = keptLog('warn');
    await request(anAppThat(() => ({}), { log })).get('/things');
    expect(lines).toEqual([]);
  });
});
