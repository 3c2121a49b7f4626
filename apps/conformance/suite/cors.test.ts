import { api } from './support/api';
import { expectProblem } from './support/problems';
import { asAdmin } from './support/records';

const Origin = 'http://localhost:5173';

const list = (header: string | undefined) => (header ?? '').toLowerCase().split(/, */);

/** A browser accepts either. */
const open = expect.stringMatching(/^(\*|http:\/\/localhost:5173)$/);

describe('a browser on another origin', () => {
  it.each([
    ['/auth/token', 'POST'],
    ['/users', 'POST'],
    ['/users/somebody', 'PATCH'],
    ['/users/somebody', 'DELETE'],
    ['/users/somebody/jobs/1', 'POST'],
    ['/companies', 'GET'],
    ['/companies/some', 'PATCH'],
    ['/jobs/1', 'DELETE'],
  ])('may ask beforehand, without a token: %s %s', async (path, method) => {
    const response = await api.options(path).set({
      Origin,
      'Access-Control-Request-Method': method,
      'Access-Control-Request-Headers': 'authorization,content-type',
    });
    expect([200, 204]).toContain(response.status);
    expect(response.headers).toMatchObject({ 'access-control-allow-origin': open });
    expect(list(response.headers['access-control-allow-methods'])).toContain(method.toLowerCase());
    const allowed = list(response.headers['access-control-allow-headers']);
    expect(allowed).toEqual(expect.arrayContaining(['authorization', 'content-type']));
  });

  it('may read answers', async () => {
    const response = await api.get('/users').set({ ...(await asAdmin()), Origin });
    expect(response).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': open } });
  });

  it.each([
    [400, '/jobs?colour=red'],
    [401, '/users'],
    [404, '/jobs/0'],
    [404, '/nothing'],
  ])('may read errors: %i of %s', async (status, path) => {
    const response = await api.get(path).set({ Origin });
    expectProblem(response, status);
    expect(response.headers).toMatchObject({ 'access-control-allow-origin': open });
  });

  it('may read what is wrong with a body, and with a method', async () => {
    const malformed = await api.post('/auth/token').set({ Origin, 'Content-Type': 'application/json' }).send('{');
    expect(malformed).toMatchObject({ status: 400, headers: { 'access-control-allow-origin': open } });
    const unknown = await api.put('/jobs').set({ Origin });
    expect(unknown).toMatchObject({ status: 405, headers: { 'access-control-allow-origin': open } });
  });
});
