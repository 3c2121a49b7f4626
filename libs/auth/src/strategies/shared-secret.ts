import type { KeyObject } from 'node:crypto';
import { unauthorized } from '@jobly/contracts';
import jwt from 'jsonwebtoken';
import type { Authenticator } from '../authenticator';
import { USER_TOKENS, identityOf } from '../claims';

/** HS256 with one secret everywhere: the cheapest, but whoever can verify a token can also sign one. */
export function sharedSecret(secret: KeyObject): Authenticator {
  return async (token) => {
    try {
      return identityOf(jwt.verify(token, secret, { ...USER_TOKENS, algorithms: ['HS256'] }));
    } catch {
      throw unauthorized();
    }
  };
}
