import type { Lookup } from '@jobly/replicas';
import axios, { type AxiosResponse } from 'axios';
import { z } from 'zod';
import { inCallSpan } from './call-span';
import { StatusError } from './errors';
import { undiciAdapter } from './undici-adapter';

/** The keys that a document publishes for one algorithm. */
const keysFor = (algorithm: 'RS256' | 'ES256') =>
  z
    .object({
      keys: z.array(
        z.looseObject({ kid: z.string(), kty: z.string(), alg: z.literal(algorithm), use: z.literal('sig') }),
      ),
    })
    .transform(({ keys }) => keys);
const userKeys = keysFor('RS256');
const serviceKeys = keysFor('ES256');

/**
 * The public keys of users' tokens, which the users service publishes. Anyone may fetch them, so the request carries no
 * service token.
 */
export function publishedKeys(usersUrl: string, timeout: number, lookup?: Lookup) {
  const http = axios.create({ adapter: undiciAdapter(usersUrl, lookup) });
  const call = { neighbour: 'users', method: 'get', path: '/.well-known/jwks.json' };
  return async () => {
    const signal = AbortSignal.timeout(timeout);
    const answer = await inCallSpan(call, (headers) =>
      http.get<unknown>('/.well-known/jwks.json', { signal, headers }),
    );
    return userKeys.parse(bodyOf(answer));
  };
}

/** The public keys of a service's own tokens, which it publishes itself, for anyone. */
export function publishedServiceKeys(url: string, timeout: number, lookup?: Lookup) {
  const http = axios.create({ adapter: undiciAdapter(url, lookup) });
  const call = { neighbour: new URL(url).host, method: 'get', path: '/.well-known/service-jwks.json' };
  return async () => {
    const signal = AbortSignal.timeout(timeout);
    const answer = await inCallSpan(call, (headers) =>
      http.get<unknown>('/.well-known/service-jwks.json', { signal, headers }),
    );
    return serviceKeys.parse(bodyOf(answer));
  };
}

function bodyOf({ status, data }: AxiosResponse<unknown>): unknown {
  if (status !== 200) throw new StatusError(status, data);
  return data;
}
