import type { Lookup } from '@jobly/replicas';
import axios from 'axios';
import { z } from 'zod';
import { StatusError } from './errors';
import { undiciAdapter } from './undici-adapter';

const jwk = z.looseObject({ kid: z.string(), kty: z.string(), alg: z.literal('RS256'), use: z.literal('sig') });
const keySet = z.object({ keys: z.array(jwk) });

/** The public keys that the users service publishes. Anyone may fetch them, so the request carries no service token. */
export function publishedKeys(usersUrl: string, timeout: number, lookup?: Lookup) {
  const http = axios.create({ adapter: undiciAdapter(usersUrl, lookup) });
  return async (): Promise<z.output<typeof jwk>[]> => {
    const signal = AbortSignal.timeout(timeout);
    const { status, data } = await http.get<unknown>('/.well-known/jwks.json', { signal });
    if (status !== 200) throw new StatusError(status, data);
    return keySet.parse(data).keys;
  };
}
