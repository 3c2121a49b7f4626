import type { KeyObject } from 'node:crypto';
import type { Identity, Owner } from '@jobly/contracts';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { verified } from './signature';

const ISSUER = 'jobly-gateway';

// jsonwebtoken accepts a token without an expiry for ever.
const claims = z.object({ sub: z.string(), account: z.uuid(), isAdmin: z.boolean(), exp: z.number() });

/**
 * The token that the gateway passes on instead of a user's token: for one service, for seconds. It is signed with HS256
 * and a secret that the gateway shares with that service alone, so a token forged by a service would open nothing but
 * that service.
 */
export const signInternalToken = (
  { username, account, isAdmin }: Identity,
  callee: Owner,
  secret: KeyObject,
  lifetime: number,
) =>
  jwt.sign({ account, isAdmin }, secret, {
    algorithm: 'HS256',
    issuer: ISSUER,
    audience: callee,
    subject: username,
    expiresIn: lifetime,
  });

/** @throws Problem `unauthorized` for anything but an internal token meant for this service. */
export function verifyInternalToken(token: string, callee: Owner, secret: KeyObject): Identity {
  const expected = { algorithms: ['HS256' as const], issuer: ISSUER, audience: callee };
  const { sub, account, isAdmin } = verified('internal', token, secret, expected, (payload) => claims.parse(payload));
  return { username: sub, account, isAdmin };
}
