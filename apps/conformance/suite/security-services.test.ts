import { randomUUID } from 'node:crypto';
import { api, as } from './support/api';
import { type Door, type Service, doors, internalToken, serviceToken } from './support/doors';
import * as forge from './support/forgery';
import { expectProblem } from './support/problems';
import { aUser } from './support/records';

interface InternalRequest {
  method: 'get' | 'post';
  path: string;
  body?: object;
}

/** Requests that only a neighbour may send, about records that do not exist. */
const internalRequests: Record<Service, InternalRequest[]> = {
  users: [
    { method: 'post', path: '/internal/token-introspection', body: { token: 'x.y.z' } },
    { method: 'post', path: '/internal/events/jobs-deleted', body: { eventId: randomUUID(), jobIds: [] } },
  ],
  companies: [
    { method: 'get', path: '/internal/companies/no-company' },
    { method: 'post', path: '/internal/company-names', body: { handles: [] } },
  ],
  jobs: [
    { method: 'get', path: '/internal/companies/no-company/jobs' },
    { method: 'get', path: '/internal/jobs/2147483647/exists' },
    { method: 'post', path: '/internal/events/company-deleted', body: { eventId: randomUUID(), handle: 'no-company' } },
  ],
};

const send = (at: Door['api'], { method, path, body }: InternalRequest, token?: string) =>
  at[method](path)
    .set(token === undefined ? {} : as(token))
    .send(body ?? '');

const now = Math.floor(Date.now() / 1000);
const services = doors.flatMap((door) => (door.service ? [{ ...door, service: door.service }] : []));
/** Tokens that open nothing internal, for an admin of this name. */
const misfits: [string, (service: Service, username: string) => string][] = [
  ['for another service', (service) => serviceToken(service === 'jobs' ? 'users' : 'jobs')('companies')],
  ['for nobody', (service) => serviceToken(service)('companies', { aud: undefined })],
  ['of another issuer', (service) => serviceToken(service)('companies', { iss: 'jobly' })],
  ['that has expired', (service) => serviceToken(service)('companies', { exp: now - 60 })],
  ['that never expires', (service) => serviceToken(service)('companies', { exp: undefined })],
  ['that is not valid yet', (service) => serviceToken(service)('companies', { nbf: now + 600 })],
  ['of who is no service', (service, username) => serviceToken(service)(username)],
  [
    'on behalf of a user, by a user',
    (service, name) => serviceToken(service)(name, { isAdmin: true, act: { sub: name } }),
  ],
  ['without a signature', (service) => forge.unsigned(forge.claimsOf(serviceToken(service)('companies')))],
  ['in another algorithm', (service) => serviceToken(service)('companies', {}, { alg: 'HS512' })],
  ['signed by a stranger', (service) => forge.signedByStranger(forge.claimsOf(serviceToken(service)('companies')))],
  ['of the gateway', (service, username) => internalToken(service)(username)],
  [
    'of the gateway, that calls itself a service’s',
    (service) => internalToken(service)('companies', { iss: 'jobly-services' }),
  ],
];

for (const { name, service, api, token } of services) {
  describe(`what ${name} does for its neighbours only`, () => {
    it.each(internalRequests[service])('$method $path needs a service token', async (request) => {
      expectProblem(await send(api, request), 401);
      for (const caller of ['users', 'companies', 'jobs']) {
        expect([200, 204]).toContain((await send(api, request, serviceToken(service)(caller))).status);
      }
      const onBehalf = serviceToken(service)('ada', { isAdmin: false, act: { sub: 'users' } });
      expect([200, 204]).toContain((await send(api, request, onBehalf)).status);
    });

    it.each(internalRequests[service])('$method $path is not for users, not even admins', async (request) => {
      const admin = await aUser({ isAdmin: true });
      for (const bearer of [admin.token, token(admin.username)]) expectProblem(await send(api, request, bearer), 401);
    });

    it.each(misfits)('refuses a token %s', async (_, misfit) => {
      const { username } = await aUser({ isAdmin: true });
      for (const request of internalRequests[service]) {
        expectProblem(await send(api, request, misfit(service, username)), 401);
      }
    });
  });
}

(services.length > 0 ? describe : describe.skip)('from outside', () => {
  it.each(Object.entries(internalRequests))(
    'there is nothing of what %s does for its neighbours',
    async (name, its) => {
      const token = serviceToken(name as Service)('jobs');
      for (const request of its) expectProblem(await send(api, request, token), 404);
    },
  );
});
