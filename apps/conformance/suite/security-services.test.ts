import { randomUUID } from 'node:crypto';
import { api, as } from './support/api';
import {
  type Door,
  type Holder,
  type Service,
  callersApart,
  callersOf,
  doors,
  internalToken,
  serviceToken,
} from './support/doors';
import * as forge from './support/forgery';
import { expectProblem } from './support/problems';
import { aUser } from './support/records';
import { publicPemOf } from './support/right-keys';

interface InternalRequest {
  /** Who asks, or tells. */
  by: Service[];
  method: 'get' | 'post';
  path: string;
  body?: object;
}

/** Requests that only a neighbour may send, about records that do not exist. */
const internalRequests: Record<Service, InternalRequest[]> = {
  users: [
    { by: ['companies', 'jobs'], method: 'post', path: '/internal/token-introspection', body: { token: 'x.y.z' } },
    {
      by: ['jobs'],
      method: 'post',
      path: '/internal/events/jobs-deleted',
      body: { eventId: randomUUID(), jobIds: [] },
    },
  ],
  companies: [
    { by: ['jobs'], method: 'get', path: '/internal/companies/no-company' },
    { by: ['jobs'], method: 'post', path: '/internal/company-names', body: { handles: [] } },
    { by: ['jobs'], method: 'post', path: '/internal/company-page', body: { after: '', digest: null } },
    { by: ['jobs'], method: 'post', path: '/internal/events/job-changed', body: { eventId: randomUUID(), rows: [] } },
  ],
  jobs: [
    { by: ['companies'], method: 'get', path: '/internal/companies/no-company/jobs' },
    { by: ['users'], method: 'get', path: '/internal/jobs/2147483647/exists' },
    { by: ['companies'], method: 'post', path: '/internal/job-page', body: { after: 0, digest: null } },
    {
      by: ['companies'],
      method: 'post',
      path: '/internal/events/company-changed',
      body: { eventId: randomUUID(), rows: [] },
    },
    {
      by: ['companies'],
      method: 'post',
      path: '/internal/events/company-deleted',
      body: { eventId: randomUUID(), handle: 'no-company' },
    },
  ],
};

const send = (at: Door['api'], { method, path, body }: InternalRequest, token?: string) =>
  at[method](path)
    .set(token === undefined ? {} : as(token))
    .send(body ?? '');

const now = Math.floor(Date.now() / 1000);
const services = doors.flatMap((door) => (door.service ? [{ ...door, service: door.service }] : []));
/** The requests that a service gets from other processes. */
const requestsTo = (service: Service) =>
  internalRequests[service].filter(({ by }) => by.some((one) => callersApart(service).includes(one)));
const caller = (service: Service) => callersApart(service)[0] ?? callersOf[service][0];
/** A service that does not call this one. */
const stranger = { users: 'users', companies: 'users', jobs: 'jobs' } as const satisfies Record<Service, Service>;
/** The token of its first caller, but for these claims. */
const callersToken = (service: Service, claims?: object) => serviceToken(service)(caller(service), claims);

/** The claims of a token on behalf of a user, whoever acts. */
const onBehalfOf = ({ token }: Pick<Holder, 'token'>, actor: string) => ({
  account: forge.accountOf(token),
  isAdmin: true,
  act: { sub: actor },
});

/** Tokens that open nothing internal, for an admin. */
const misfits: [string, (service: Service, admin: Holder) => string][] = [
  ['for another service', (service) => callersToken(service, { aud: service === 'jobs' ? 'users' : 'jobs' })],
  ['for nobody', (service) => callersToken(service, { aud: undefined })],
  ['of another issuer', (service) => callersToken(service, { iss: 'jobly' })],
  ['that has expired', (service) => callersToken(service, { exp: now - 60 })],
  ['that never expires', (service) => callersToken(service, { exp: undefined })],
  ['that is not valid yet', (service) => callersToken(service, { nbf: now + 600 })],
  ['of who is no service', (service, { username }) => serviceToken(service)(username)],
  ['of a service that does not call it', (service) => serviceToken(service, stranger[service])(stranger[service])],
  [
    'of another service that poses as its caller',
    (service) => serviceToken(service, stranger[service])(caller(service)),
  ],
  [
    'of another service that poses as its caller and names its key',
    (service) => {
      const { kid = '' } = forge.headerOf(callersToken(service));
      return serviceToken(service, stranger[service])(caller(service), {}, { kid });
    },
  ],
  [
    'on behalf of a user, by another service that poses as its caller',
    (service, admin) => serviceToken(service, stranger[service])(admin.username, onBehalfOf(admin, caller(service))),
  ],
  [
    'on behalf of a user, by a user',
    (service, admin) => serviceToken(service)(admin.username, onBehalfOf(admin, admin.username)),
  ],
  [
    'on behalf of a name without an account',
    (service, admin) =>
      serviceToken(service)(admin.username, { ...onBehalfOf(admin, caller(service)), account: undefined }),
  ],
  ['without a signature', (service) => forge.unsigned(forge.claimsOf(callersToken(service)))],
  [
    'with its caller’s public key for a secret',
    (service) => {
      const { kid = '' } = forge.headerOf(callersToken(service));
      const claims = forge.claimsOf(callersToken(service));
      return forge.signedWithSecret(claims, publicPemOf(caller(service)), { alg: 'HS256', kid });
    },
  ],
  ['signed by a stranger', (service) => forge.signedByStranger(forge.claimsOf(callersToken(service)))],
  ['of the gateway', (service, admin) => internalToken(service)(admin)],
  [
    'of the gateway, that calls itself a service’s',
    (service, admin) => internalToken(service)(admin, { sub: caller(service), iss: 'jobly-services' }),
  ],
];

for (const { name, service, api, token } of services.filter((one) => requestsTo(one.service).length > 0)) {
  describe(`what ${name} does for its neighbours only`, () => {
    it.each(requestsTo(service))('$method $path needs a service token', async (request) => {
      expectProblem(await send(api, request), 401);
      const user = await aUser();
      for (const neighbour of callersApart(service)) {
        const sign = serviceToken(service, neighbour);
        const onBehalf = sign(user.username, onBehalfOf(user, neighbour));
        for (const bearer of [sign(neighbour), onBehalf]) {
          expect([200, 204]).toContain((await send(api, request, bearer)).status);
        }
      }
    });

    it.each(requestsTo(service))('$method $path is not for users, not even admins', async (request) => {
      const admin = await aUser({ isAdmin: true });
      for (const bearer of [admin.token, token(admin)]) expectProblem(await send(api, request, bearer), 401);
    });

    it.each(misfits)('refuses a token %s', async (_, misfit) => {
      const admin = await aUser({ isAdmin: true });
      for (const request of requestsTo(service)) {
        expectProblem(await send(api, request, misfit(service, admin)), 401);
      }
    });
  });
}

(services.length > 0 ? describe : describe.skip)('from outside', () => {
  it.each(Object.entries(internalRequests))(
    'there is nothing of what %s does for its neighbours',
    async (name, its) => {
      const token = callersToken(name as Service);
      for (const request of its) expectProblem(await send(api, request, token), 404);
    },
  );
});
