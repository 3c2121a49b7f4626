import type { KeyObject } from 'node:crypto';
import type { Owner } from '@jobly/contracts';
import type { Authenticator } from '../authenticator';
import { verifyInternalToken } from '../internal-tokens';

/**
 * Trusts an internal token by the gateway's signature: the gateway has verified the user's token. Users' own tokens
 * open nothing here.
 */
export const gateway =
  (callee: Owner, secret: KeyObject): Authenticator =>
  async (token) =>
    verifyInternalToken(token, callee, secret);
