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
  const read = documentAt(usersUrl, '/.well-known/jwks.json', timeout, lookup);
  return async () => userKeys.parse(await read());
}

/** The public keys of a service's own tokens, which it publishes itself, for anyone. */
export function publishedServiceKeys(url: string, timeout: number, lookup?: Lookup) {
  const read = documentAt(url, '/.well-known/service-jwks.json', timeout, lookup);
  return async () => serviceKeys.parse(await read());
}

function documentAt(url: string, path: string, timeout: number, lookup?: Lookup) {
  const http = axios.create({ adapter: undiciAdapter(url, lookup) });
  const call = { neighbour: new URL(url).host, method: 'get', path };
  return async () => {
    const signal = AbortSignal.timeout(timeout);
    return bodyOf(await inCallSpan(call, (headers) => http.get<unknown>(path, { signal, headers })));
  };
}

function bodyOf({ status, data }: AxiosResponse<unknown>): unknown {
  if (status !== 200) throw new StatusError(status, data);
  return data;
}
