import axios from 'axios';
import { z } from 'zod';

const jwk = z.looseObject({ kid: z.string(), kty: z.string(), alg: z.literal('RS256'), use: z.literal('sig') });
const keySet = z.object({ keys: z.array(jwk) });

/** The public keys the users service publishes; a question anyone may ask, so without a service token. */
export const publishedKeys = (usersUrl: string, timeout: number) => async (): Promise<z.output<typeof jwk>[]> => {
  const { data } = await axios.get<unknown>(`${usersUrl}/.well-known/jwks.json`, {
    timeout,
    proxy: false,
    maxRedirects: 0,
  });
  return keySet.parse(data).keys;
};
