import { type Operation, operations } from '@jobly/contracts';
import { aGateway, aService } from './gateway.fixture';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** A gateway in front of three services that answer with their names. */
async function threeServices() {
  const started = ['users', 'companies', 'jobs'].map(async (name) => {
    const service = await aService((request, response) => void request.resume().once('end', () => response.end(name)));
    stops.push(service.stop);
    return service;
  });
  const [users, companies, jobs] = (await Promise.all(started)) as [Awaited<(typeof started)[0]>, never, never];
  return { users, companies, jobs } as Record<'users' | 'companies' | 'jobs', typeof users>;
}

async function gatewayTo(
  services: Awaited<ReturnType<typeof threeServices>>,
  given: Parameters<typeof aGateway>[1] = {},
) {
  const { companies, jobs, users } = services;
  const gateway = await aGateway(users.url, { COMPANIES_URL: companies.url, JOBS_URL: jobs.url, ...given });
  stops.push(gateway.stop);
  return gateway.url;
}

describe('the gateway', () => {
  it('tells at /openapi.json how long a new password must be', async () => {
    const url = await gatewayTo(await threeServices(), { PASSWORD_MIN_LENGTH: '19' });
    expect(await (await fetch(`${url}/openapi.json`)).text()).toContain('"minLength":19');
  });

  it('asks for every operation the service that owns it', async () => {
    const services = await threeServices();
    const url = await gatewayTo(services);
    for (const { method, path, owner } of Object.values<Operation>(operations)) {
      const answer = await fetch(url + path.replace(/:\w+/g, '7'), { method: method.toUpperCase() });
      expect([path, await answer.text()]).toEqual([path, owner]);
    }
  });

  it.each([
    '/',
    '/nothing',
    '/internal/companies/acme',
    '/internal/company-names',
    '/companies/acme/jobs',
    '//internal/jobs/7/exists',
    '/.well-known/jwks.json',
    '/.well-known/service-jwks.json',
    '/auth',
    '/users/ada/jobs',
  ])('knows nothing outside of the contract: %s', async (path) => {
    const services = await threeServices();
    const url = await gatewayTo(services);
    for (const method of ['GET', 'POST']) {
      const answer = await fetch(url + path, { method });
      expect(answer.status).toBe(404);
      expect(await answer.json()).toEqual({ error: { message: 'Not found', status: 404 } });
    }
    expect(Object.values(services).flatMap(({ heard }) => heard)).toEqual([]);
  });

  it('refuses by itself what no service would do', async () => {
    const services = await threeServices();
    const url = await gatewayTo(services);
    const wrongMethod = await fetch(`${url}/jobs`, { method: 'PUT' });
    expect([wrongMethod.status, wrongMethod.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS, POST']);
    expect((await fetch(`${url}/jobs/%ff`)).status).toBe(400);
    expect(Object.values(services).flatMap(({ heard }) => heard)).toEqual([]);
  });

  it('has its own health and metrics, and is ready whoever else is not', async () => {
    const services = await threeServices();
    const url = await gatewayTo(services);
    await Promise.all(Object.values(services).map(({ stop }) => stop()));
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('process="gateway"');
  });

  it('limits what one address may ask of /auth', async () => {
    const url = await gatewayTo(await threeServices(), { AUTH_RATE_LIMIT: '1' });
    expect((await fetch(`${url}/auth/token`, { method: 'POST' })).status).toBe(200);
    expect((await fetch(`${url}/auth/token`, { method: 'POST' })).status).toBe(429);
    expect((await fetch(`${url}/jobs`)).status).toBe(200);
  });
});
