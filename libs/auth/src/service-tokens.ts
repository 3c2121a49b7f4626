import type { KeyObject } from 'node:crypto';
import { unauthorized } from '@jobly/contracts';
import jwt from 'jsonwebtoken';

const ISSUER = 'jobly-services';
const LIFETIME_S = 300;
/** A token is renewed this long before it expires, so that none runs out on the way. */
const RENEWAL_S = 30;

/** The name of a service, as caller (`sub`) and as callee (`aud`). */
type ServiceName = 'users' | 'companies' | 'jobs';

/** A valid token for calling one neighbour; signed anew only when the last one is about to expire. */
export function serviceTokens(caller: ServiceName, callee: ServiceName, secret: KeyObject): () => string {
  let token = '';
  let renewAt = -Infinity;
  return () => {
    if (performance.now() >= renewAt) {
      const to = { issuer: ISSUER, subject: caller, audience: callee, expiresIn: LIFETIME_S };
      token = jwt.sign({}, secret, { algorithm: 'HS256', ...to });
      renewAt = performance.now() + (LIFETIME_S - RENEWAL_S) * 1000;
    }
    return token;
  };
}

/** Throws `unauthorized` for anything but a service token meant for this service. */
export type ServiceTokenVerifier = (token: string) => void;

export const serviceTokenVerifier = (callee: ServiceName, secret: KeyObject): ServiceTokenVerifier => {
  const expected = { algorithms: ['HS256' as const], issuer: ISSUER, audience: callee };
  return (token) => {
    try {
      jwt.verify(token, secret, expected);
    } catch {
      throw unauthorized();
    }
  };
};
