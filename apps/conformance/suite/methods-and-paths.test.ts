import { api } from './support/api';
import { operations, pathOf } from './support/operations';
import { expectProblem } from './support/problems';
import { aCompany, aJob, asAdmin, aUser, companyBody } from './support/records';
import { rawRequest } from './support/raw-request';

const paths = [...new Set(operations.map(({ path }) => path))].map((path) => ({
  path,
  methods: operations.filter((operation) => operation.path === path).map(({ method }) => method),
}));

const others = paths.flatMap(({ path, methods }) =>
  (['get', 'post', 'put', 'patch', 'delete'] as const)
    .filter((method) => !methods.some((known) => known === method))
    .map((method) => ({ method, path, methods })),
);

describe('a method that a path does not know', () => {
  it.each(others)('gets 405 and what it does know: $method $path', async ({ method, path, methods }) => {
    const response = await api[method](pathOf({ path }));
    expectProblem(response, 405);
    const known = methods.map((name) => name.toUpperCase());
    if (known.includes('GET')) known.push('HEAD');
    const allowed = (response.headers['allow'] ?? '').split(/, */).filter((name) => name !== 'OPTIONS');
    expect(allowed.sort()).toEqual(known.sort());
  });

  it('gets 405 whatever comes with it', async () => {
    expectProblem(await api.put('/jobs/1').set('Content-Type', 'application/json').send('{'), 405);
    expectProblem(await api.delete('/companies').set(await asAdmin()), 405);
    expectProblem(await api.post('/jobs/1?colour=red').set('Authorization', 'Bearer garbage'), 405);
  });

  it('gets 405 even if it is an unusual one', async () => {
    const { status, headers } = await rawRequest({ method: 'PROPFIND', path: '/jobs' });
    expect({ status, headers }).toMatchObject({ status: 405, headers: { allow: expect.stringContaining('GET') } });
  });

  it('gets 405: HEAD where there is no GET', async () => {
    const response = await api.head('/auth/token');
    expect(response).toMatchObject({ status: 405, headers: { allow: expect.stringContaining('POST') } });
  });
});

describe('HEAD', () => {
  it('answers like GET', async () => {
    const [{ username }, { id, companyHandle }] = [await aUser(), await aJob()];
    const readable = ['/jobs?limit=1', `/jobs/${id}`, '/companies?limit=1', `/companies/${companyHandle}`];
    for (const path of [...readable, `/users/${username}`, '/users', '/health/live', '/openapi.json']) {
      const [got, response] = [await api.get(path).set(await asAdmin()), await api.head(path).set(await asAdmin())];
      expect({ path, status: response.status }).toEqual({ path, status: got.status });
      expect(response.headers['content-type']).toBe(got.headers['content-type']);
    }
  });

  it('is refused where GET is', async () => {
    expect(await api.head('/users')).toMatchObject({ status: 401 });
    expect(await api.head('/jobs/0')).toMatchObject({ status: 404 });
    expect(await api.head('/jobs?colour=red')).toMatchObject({ status: 400 });
  });
});

describe('a path outside the contract', () => {
  const paths = [
    '/',
    '/nothing',
    '/jobs/1/nothing',
    '/auth',
    '/auth/logout',
    '/users/somebody/jobs',
    '/users/somebody/jobs/1/more',
    '/companies/some/jobs',
    '/health',
    '/.env',
    '/favicon.ico',
    '/api/jobs',
    '/v1/jobs',
  ];

  it.each(paths)('gets 404: %s', async (path) => {
    expectProblem(await api.get(path), 404);
    expectProblem(await api.post(path).set('Content-Type', 'application/json').send('{'), 404);
  });

  it('gets 404 with any token', async () => {
    expectProblem(await api.get('/nothing').set('Authorization', 'Bearer garbage'), 404);
    expectProblem(await api.get('/nothing').set(await asAdmin()), 404);
  });
});

describe('what services tell each other', () => {
  const internal = [
    '/internal',
    '/internal/',
    '/internal/companies/names',
    '/internal/jobs/1/exists',
    '/internal/companies/x/jobs',
    '/internal/company-page',
    '/internal/job-page',
    '/internal/events/company-deleted',
    '/internal/events/company-changed',
    '/internal/events/job-changed',
    '/internal/events/jobs-deleted',
    '/INTERNAL/jobs/1/exists',
    '/jobs/metrics',
    '/users-service/metrics',
    '/.well-known/jwks.json',
    '/.well-known/service-jwks.json',
  ];

  it.each(internal)('cannot be reached from outside: %s', async (path) => {
    for (const authorization of [{}, await asAdmin()]) {
      expectProblem(await api.get(path).set(authorization), 404);
    }
  });

  it.each(internal)('cannot be told from outside: %s', async (path) => {
    const { handle } = await aCompany();
    const body = { handle, handles: [handle], jobIds: [1] };
    const response = await api
      .post(path)
      .set(await asAdmin())
      .send(body);
    expect([404, 405]).toContain(response.status);
    expectProblem(response, response.status);
    expect(await api.get(`/companies/${handle}`)).toMatchObject({ status: 200 });
  });

  it.each([
    '//internal/jobs/1/exists',
    '/./internal/jobs/1/exists',
    '/jobs/../internal/jobs/1/exists',
    '/jobs/%2e%2e/internal/jobs/1/exists',
    '/jobs/..%2finternal%2fjobs%2f1%2fexists',
    '/companies/..%2f..%2finternal%2fcompanies%2fnames',
    '/%69nternal/jobs/1/exists',
    '/companies/x%2f..%2f..%2finternal',
    '/jobs/1%2fexists',
    '/companies/x?/../../internal',
    '/companies/x%23/../../internal',
    '/jobs/..;/internal/jobs/1/exists',
    '/companies/%5c..%5cinternal',
    '/users/../metrics',
  ])('cannot be reached by a detour: %s', async (path) => {
    const { status, text } = await rawRequest({ path, headers: await asAdmin() });
    expect([400, 404]).toContain(status);
    expect(JSON.parse(text)).toEqual({ error: { message: expect.anything(), status } });
  });
});

describe('a path', () => {
  it('may end in a slash', async () => {
    const [{ username, token, password }, { id, companyHandle }] = [await aUser(), await aJob()];
    const admin = await asAdmin();
    expect(await api.get('/jobs/')).toMatchObject({ status: 200, body: { jobs: expect.anything() } });
    expect(await api.get('/jobs/?limit=1')).toMatchObject({ status: 200 });
    expect(await api.get(`/jobs/${id}/`)).toMatchObject({ status: 200 });
    expect(await api.get(`/companies/${companyHandle}/`)).toMatchObject({ status: 200 });
    expect(await api.post('/companies/').set(admin).send(companyBody())).toMatchObject({ status: 201 });
    expect(await api.post('/auth/token/').send({ username, password })).toMatchObject({ status: 200 });
    const apply = api.post(`/users/${username}/jobs/${id}/`).set('Authorization', `Bearer ${token}`);
    expect(await apply).toMatchObject({ status: 200 });
    expect(await api.delete(`/users/${username}/`).set(admin)).toMatchObject({ status: 200 });
  });

  it('may be escaped', async () => {
    const { handle } = await aCompany();
    const escaped = [...handle].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');
    const { status, text } = await rawRequest({ path: `/companies/${escaped}` });
    expect({ status, body: JSON.parse(text) }).toMatchObject({ status: 200, body: { company: { handle } } });
  });

  it.each(['/users/.', '/users/..', '/users/%2e%2E', '/users/a%2fb', '/users/a%5cb', '/users/a%3fb', '/users/%20'])(
    'names nobody who cannot be: %s',
    async (path) => {
      expect([404, 405]).toContain((await rawRequest({ path, headers: await asAdmin() })).status);
    },
  );

  it.each(['/companies/%00', '/companies/a%00b', '/users/a%00b', '/jobs/1%00', '/users/a%00/jobs/1'])(
    'with NUL gets 400: %s',
    async (path) => {
      const method = path.endsWith('/jobs/1') ? 'post' : 'get';
      expectProblem(await api[method](path).set(await asAdmin()), 400);
    },
  );

  it.each([
    '/companies/%',
    '/companies/%zz',
    '/companies/%f',
    '/companies/%ED%A0%80',
    '/companies/%ff',
    '/jobs/%zz',
    '/users/%zz',
  ])('with bad percent-encoding gets 400: %s', async (path) => {
    expectProblem(await api.get(path).set(await asAdmin()), 400);
  });
});
