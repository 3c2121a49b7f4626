import { bearerToken, gatewayExchange, remoteKeySet } from '@jobly/auth';
import type { Operation } from '@jobly/contracts';
import { timed } from '@jobly/http-kit';
import { publishedKeys } from '@jobly/service-clients';
import type { Request } from 'express';
import type { Environment } from './env';
import { requestHeaders, without } from './headers';

/** The headers with which a request to an operation is forwarded, as a flat list of names and values. */
export type OnwardHeaders = (operation: Operation, request: Request) => Promise<string[]>;

/**
 * In the mode `gateway` the user's token ends here: it is verified and exchanged for one that is valid for a single
 * service. A public operation gets no token. In all other modes the headers are forwarded unchanged, for the services
 * to judge.
 * @throws StartError if the mode lacks a secret. The returned function rejects with `unauthorized` for an invalid
 * token.
 */
export function onwardHeaders(env: Environment): OnwardHeaders {
  if (env.AUTH_MODE !== 'gateway') return async (_operation, request) => requestHeaders(request.rawHeaders);
  const exchange = gatewayExchange(env, remoteKeySet(publishedKeys(env.USERS_URL, env.GATEWAY_DEADLINE_MS)));
  return async ({ access, owner }, request) => {
    const headers = without('authorization', requestHeaders(request.rawHeaders));
    if (access === 'anyone') return headers;
    const token = await timed('auth', () => exchange(bearerToken(request), owner));
    return [...headers, 'Authorization', `Bearer ${token}`];
  };
}
