import { randomUUID } from 'node:crypto';
import { type Api, apiAt } from './api';
import { accountOf, claimsOf } from './forgery';
import { type Operation, operations, pathOf } from './operations';
import { asInternal, asService, asUser, inside } from './right-keys';
import { baseUrl } from './target';

type Sign<Whose> = (whose: Whose, claims?: object, header?: Parameters<typeof asUser>[1]) => string;

/** Somebody who has an account, and a token that names it. */
export interface Holder {
  username: string;
  token: string;
}

export type Service = 'users' | 'companies' | 'jobs';

/** A process that lets users in, or does not. */
export interface Door {
  name: string;
  /** The service behind it; undefined for the public origin. */
  service?: Service;
  url: string;
  api: Api;
  /** Requests that only an admin may make, and that find nothing to change. */
  forAdmins: { method: Operation['method']; path: string }[];
  /** A token that admits the holder as an admin, unless the other claims or the header prevent it. */
  token: Sign<Holder>;
}

const now = () => Math.floor(Date.now() / 1000);

const userToken: Sign<Holder> = ({ username, token }, claims, header) => {
  const { passwordVersion } = claimsOf(token) as { passwordVersion: number };
  const names = { sub: username, username, account: accountOf(token), passwordVersion };
  const issuance = { iss: 'jobly', aud: 'jobly-api', iat: now(), exp: now() + 600, jti: randomUUID() };
  return asUser({ ...names, isAdmin: true, ...issuance, ...claims }, header);
};

/** The gateway's token for a service, derived from a user's. */
export const internalToken =
  (service: Service): Sign<Holder> =>
  ({ username, token }, claims, header) => {
    const names = { sub: username, account: accountOf(token) };
    const issuance = { iss: 'jobly-gateway', aud: service, iat: now(), exp: now() + 60 };
    return asInternal(service, { ...names, isAdmin: true, ...issuance, ...claims }, header);
  };

/** The neighbours that call each service. */
export const callersOf: Record<Service, [Service, ...Service[]]> = {
  users: ['companies', 'jobs'],
  companies: ['jobs'],
  jobs: ['users', 'companies'],
};

/** Those of them that are in another process than it. */
export const callersApart = (service: Service): Service[] => inside?.callers[service] ?? [];

/** The token with which a neighbour calls a service, signed with the key of its first caller unless of another. */
export const serviceToken =
  (service: Service, signer = callersApart(service)[0] ?? callersOf[service][0]): Sign<string> =>
  (caller, claims, header) => {
    const issuance = { iss: 'jobly-services', aud: service, iat: now(), exp: now() + 300 };
    return asService(signer, { sub: caller, ...issuance, ...claims }, header);
  };

const forAdmins = {
  users: operations.filter(({ method, path }) => method === 'get' && path === '/users'),
  companies: operations.filter(({ method, path }) => method === 'delete' && path === '/companies/:handle'),
  jobs: operations.filter(({ method, path }) => method === 'delete' && path === '/jobs/:id'),
};

const door = (name: string, url: string, its: Operation[], token: Sign<Holder>): Door => ({
  ...{ name, url, token },
  api: apiAt(url),
  forAdmins: its.map(({ method, path }) => ({ method, path: pathOf({ path }) })),
});

/** The public origin, and every service behind it: being inside makes nothing safe. */
export const doors: Door[] = [
  door('the public origin', baseUrl, Object.values(forAdmins).flat(), userToken),
  ...Object.entries(inside?.services ?? {}).map(([name, url]): Door => {
    const service = name as Service;
    const token = inside?.authMode === 'gateway' ? internalToken(service) : userToken;
    return { ...door(`the ${service} service`, url, forAdmins[service], token), service };
  }),
];
