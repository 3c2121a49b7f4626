import type { Identity, Owner } from '@jobly/contracts';
import { type Moment, elapsedSince, thisMoment } from '@jobly/expiry';
import jwt from 'jsonwebtoken';
import type { ServiceIdentity } from './service-identity';

export const SERVICE_TOKEN_ISSUER = 'jobly-services';
const LIFETIME_S = 300;
/** A token is renewed this long before it expires, so that none expires on its way. */
const RENEWAL_S = 30;
/** A token made for one call on behalf of a user only has to outlive that call. */
const ON_BEHALF_LIFETIME_S = 30;

/** Returns a valid token for calling one neighbour, on behalf of a user or in the service's own name. */
export type ServiceTokens = (onBehalfOf?: Identity) => string;

/**
 * The tokens with which a service calls a neighbour. In its own name the service is `sub`, and one token serves all
 * calls until shortly before it expires, or its key is replaced. On behalf of a user the user is `sub` and the service is
 * `act` (RFC 8693, 4.1); such a token is signed for each call, which takes about 40 µs.
 */
export function serviceTokens(
  { service, signer }: Pick<ServiceIdentity, 'service' | 'signer'>,
  callee: Owner,
): ServiceTokens {
  const sign = (claims: object, subject: string, expiresIn: number) => {
    const { key, kid } = signer();
    const issuance = { issuer: SERVICE_TOKEN_ISSUER, audience: callee, subject, expiresIn };
    return jwt.sign(claims, key, { algorithm: 'ES256', keyid: kid, ...issuance });
  };
  let own: { token: string; kid: string; since: Moment } | undefined;
  return (user) => {
    if (user) {
      const { username, account, isAdmin } = user;
      return sign({ account, isAdmin, act: { sub: service } }, username, ON_BEHALF_LIFETIME_S);
    }
    const { kid } = signer();
    if (own?.kid !== kid || elapsedSince(own.since) >= (LIFETIME_S - RENEWAL_S) * 1000) {
      own = { token: sign({}, service, LIFETIME_S), kid, since: thisMoment() };
    }
    return own.token;
  };
}
