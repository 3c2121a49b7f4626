import { type CallerKeys, type ServiceIdentity, remoteKeySet, serviceTokens, tokenVerifier } from '@jobly/auth';
import type { Owner } from '@jobly/contracts';
import { httpTokenIntrospector } from './ports';
import { publishedKeys, publishedServiceKeys } from './published-keys';
import { type ServiceClient, serviceClient } from './service-client';

interface NeighbourSettings {
  SERVICE_DEADLINE_MS: number;
}

/** Clients for the neighbours of a service; its tokens identify it to them. */
export const neighboursOf =
  (caller: ServiceIdentity, { SERVICE_DEADLINE_MS }: NeighbourSettings) =>
  (name: Owner, url: string): ServiceClient =>
    serviceClient({ name, url, token: serviceTokens(caller, name), deadline: SERVICE_DEADLINE_MS });

/** The keys of the neighbours that call a service, which each publishes at its URL. */
export function keysOfCallers(urls: Partial<Record<Owner, string>>, { SERVICE_DEADLINE_MS }: NeighbourSettings) {
  const keys: CallerKeys = {};
  for (const [caller, url] of Object.entries(urls)) {
    keys[caller as Owner] = remoteKeySet(publishedServiceKeys(url, SERVICE_DEADLINE_MS));
  }
  return keys;
}

type AuthenticationSettings = Parameters<typeof tokenVerifier>[0] & { USERS_URL: string; SERVICE_DEADLINE_MS: number };

/**
 * User authentication in a service that signs no tokens: by the keys that the users service publishes, or by
 * introspection.
 */
export const remoteAuthentication = (env: AuthenticationSettings, users: ServiceClient) => ({
  verify: tokenVerifier(env, remoteKeySet(publishedKeys(env.USERS_URL, env.SERVICE_DEADLINE_MS))),
  introspector: httpTokenIntrospector(users),
});
