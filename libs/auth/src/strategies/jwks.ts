import { unauthorized } from '@jobly/contracts';
import jwt from 'jsonwebtoken';
import type { Authenticator } from '../authenticator';
import { USER_TOKENS, identityOf } from '../claims';
import type { KeySet } from '../key-set';

/** RS256 against a published key set: everyone can verify, only the holder of the private key can sign. */
export function jwks(keys: KeySet): Authenticator {
  return async (token) => {
    const key = await keys(keyIdOf(token));
    try {
      return identityOf(jwt.verify(token, key, { ...USER_TOKENS, algorithms: ['RS256'] }));
    } catch {
      throw unauthorized();
    }
  };
}

/** Only chooses among our own keys; nothing else of an unverified header is believed. */
function keyIdOf(token: string): string {
  try {
    const kid = jwt.decode(token, { complete: true })?.header.kid;
    if (kid) return kid;
  } catch {
    // Not a token at all.
  }
  throw unauthorized();
}
