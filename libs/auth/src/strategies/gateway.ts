import type { KeyObject } from 'node:crypto';
import type { Owner } from '@jobly/contracts';
import type { Authenticator } from '../authenticator';
import { verifyInternalToken } from '../internal-tokens';

/** Believes the gateway, which has verified the user's token, by its signature; users' own tokens open nothing here. */
export const gateway =
  (callee: Owner, secret: KeyObject): Authenticator =>
  async (token) =>
    verifyInternalToken(token, callee, secret);
