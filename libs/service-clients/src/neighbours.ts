import { remoteKeySet, secretKey, serviceTokens, tokenVerifier } from '@jobly/auth';
import type { Owner } from '@jobly/contracts';
import { httpTokenIntrospector } from './ports';
import { publishedKeys } from './published-keys';
import { type ServiceClient, serviceClient } from './service-client';

interface NeighbourSettings {
  SERVICE_TOKEN_SECRET: string;
  SERVICE_DEADLINE_MS: number;
}

/** Clients for the neighbours of a service; its tokens identify it to them. */
export function neighboursOf(caller: Owner, { SERVICE_TOKEN_SECRET, SERVICE_DEADLINE_MS }: NeighbourSettings) {
  const secret = secretKey(SERVICE_TOKEN_SECRET);
  return (name: Owner, url: string): ServiceClient =>
    serviceClient({ name, url, token: serviceTokens(caller, name, secret), deadline: SERVICE_DEADLINE_MS });
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
