import type { KeyObject } from 'node:crypto';
import type { Identity, Owner } from '@jobly/contracts';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { type Moment, elapsedSince, thisMoment } from './elapsed';
import { verified } from './signature';

const ISSUER = 'jobly-services';
const LIFETIME_S = 300;
/** A token is renewed this long before it expires, so that none expires on its way. */
const RENEWAL_S = 30;
/** A token made for one call on behalf of a user only has to outlive that call. */
const ON_BEHALF_LIFETIME_S = 30;

/** Returns a valid token for calling one neighbour, on behalf of a user or in the service's own name. */
export type ServiceTokens = (onBehalfOf?: Identity) => string;

/**
 * The tokens with which a service calls a neighbour. In its own name the service is `sub`, and one token serves all
 * calls until shortly before it expires. On behalf of a user the user is `sub` and the service is `act` (RFC 8693,
 * 4.1); such a token is signed for each call, which takes about 8 µs.
 */
export function serviceTokens(caller: Owner, callee: Owner, secret: KeyObject): ServiceTokens {
  const sign = (claims: object, subject: string, expiresIn: number) =>
    jwt.sign(claims, secret, { algorithm: 'HS256', issuer: ISSUER, audience: callee, subject, expiresIn });
  let own: { token: string; since: Moment } | undefined;
  return (user) => {
    if (user) return sign({ isAdmin: user.isAdmin, act: { sub: caller } }, user.username, ON_BEHALF_LIFETIME_S);
    if (!own || elapsedSince(own.since) >= (LIFETIME_S - RENEWAL_S) * 1000) {
      own = { token: sign({}, caller, LIFETIME_S), since: thisMoment() };
    }
    return own.token;
  };
}

const service = z.enum(['users', 'companies', 'jobs']);
// jsonwebtoken accepts a token without an expiry for ever.
const inOwnName = z.object({ sub: service, exp: z.number(), act: z.undefined().optional() });
const onBehalf = z.object({
  sub: z.string(),
  exp: z.number(),
  isAdmin: z.boolean(),
  act: z.object({ sub: service }),
});
const claims = z.union([inOwnName, onBehalf]);

/**
 * Returns the user on whose behalf a service calls, or undefined if it calls in its own name.
 * @throws Problem `unauthorized` for anything but a service token meant for this service.
 */
export type ServiceTokenVerifier = (token: string) => Identity | undefined;

export const serviceTokenVerifier = (callee: Owner, secret: KeyObject): ServiceTokenVerifier => {
  const expected = { algorithms: ['HS256' as const], issuer: ISSUER, audience: callee };
  return (token) => {
    const caller = verified('service', token, secret, expected, (payload) => claims.parse(payload));
    return caller.act && { username: caller.sub, isAdmin: caller.isAdmin };
  };
};
