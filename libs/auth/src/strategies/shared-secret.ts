import type { KeyObject } from 'node:crypto';
import type { TokenVerifier } from '../authenticator';
import { USER_TOKENS, userClaimsOf } from '../claims';
import { verified } from '../signature';

/** HS256 with one secret everywhere: the cheapest, but whoever can verify a token can also sign one. */
export function sharedSecret(secret: KeyObject): TokenVerifier {
  const expected = { ...USER_TOKENS, algorithms: ['HS256' as const] };
  return async (token) => verified('user', token, secret, expected, userClaimsOf);
}
