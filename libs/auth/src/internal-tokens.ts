import type { KeyObject } from 'node:crypto';
import type { Identity, Owner } from '@jobly/contracts';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { verified } from './signature';

const ISSUER = 'jobly-gateway';

// jsonwebtoken lets a token without an end pass for ever.
const claims = z.object({ sub: z.string(), isAdmin: z.boolean(), exp: z.number() });

/**
 * What the gateway passes on instead of a user's token: for one service, for seconds. HS256 with a secret that the
 * gateway shares with that service alone, so what a service could forge would open nothing but itself.
 */
export const signInternalToken = (
  { username, isAdmin }: Identity,
  callee: Owner,
  secret: KeyObject,
  lifetime: number,
) =>
  jwt.sign({ isAdmin }, secret, {
    algorithm: 'HS256',
    issuer: ISSUER,
    audience: callee,
    subject: username,
    expiresIn: lifetime,
  });

/** @throws Problem `unauthorized` for anything but an internal token meant for this service. */
export function verifyInternalToken(token: string, callee: Owner, secret: KeyObject): Identity {
  const expected = { algorithms: ['HS256' as const], issuer: ISSUER, audience: callee };
  const { sub, isAdmin } = verified('internal', token, secret, expected, (payload) => claims.parse(payload));
  return { username: sub, isAdmin };
}
