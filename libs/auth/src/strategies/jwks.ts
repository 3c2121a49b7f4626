import { unauthorized } from '@jobly/contracts';
import jwt from 'jsonwebtoken';
import type { TokenVerifier } from '../authenticator';
import { USER_TOKENS, userClaimsOf } from '../claims';
import type { KeySet } from '../key-set';
import { verified } from '../signature';

/** RS256 against a published key set: everyone can verify, only the holder of the private key can sign. */
export function jwks(keys: KeySet): TokenVerifier {
  const expected = { ...USER_TOKENS, algorithms: ['RS256' as const] };
  return async (token) => verified('user', token, await keys(keyIdOf(token)), expected, userClaimsOf);
}

/** The key id only selects among our own keys; nothing else of an unverified header is believed. */
function keyIdOf(token: string): string {
  try {
    const kid = jwt.decode(token, { complete: true })?.header.kid;
    if (kid) return kid;
  } catch {
    // Not a token at all.
  }
  throw unauthorized();
}
