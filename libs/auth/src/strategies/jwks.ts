import type { TokenVerifier } from '../authenticator';
import { USER_TOKENS, userClaimsOf } from '../claims';
import { keyIdOf } from '../key-id';
import type { KeySet } from '../key-set';
import { verified } from '../signature';

/** RS256 against a published key set: everyone can verify, only the holder of the private key can sign. */
export function jwks(keys: KeySet): TokenVerifier {
  const expected = { ...USER_TOKENS, algorithms: ['RS256' as const] };
  return async (token) => verified('user', token, await keys(keyIdOf(token)), expected, userClaimsOf);
}
