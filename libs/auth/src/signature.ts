import type { KeyObject } from 'node:crypto';
import { unauthorized } from '@jobly/contracts';
import jwt, { type VerifyOptions } from 'jsonwebtoken';
import { Counter } from 'prom-client';

/** The kinds of tokens: a user's, a service's own, and one that the gateway has exchanged for a user's. */
export type TokenKind = 'user' | 'service' | 'internal';

/** The signatures that this process has verified: the cost or saving of a mode, counted. */
export const verifications = new Counter({
  name: 'auth_verifications_total',
  help: 'Tokens whose signature this process has checked',
  labelNames: ['kind'] as const,
  registers: [],
});
const counted = {
  user: verifications.labels('user'),
  service: verifications.labels('service'),
  internal: verifications.labels('internal'),
};
// Initialised, so that a scrape shows 0 before the first verification.
for (const count of Object.values(counted)) count.inc(0);

/** The checks that this process was spared, because it remembers that it has made them. */
export const remembered = new Counter({
  name: 'auth_remembered_total',
  help: 'Service tokens whose signature this process has checked before',
  registers: [],
});

/**
 * How long a token is accepted after it has expired (s), because clocks differ (RFC 7519, 4.1.4). A clock that nobody
 * sets is off by up to 4 s a day (50 ppm), and even the shortest lifetime, 30 s, becomes no more than a third longer.
 */
const LEEWAY_S = 10;

/** The properties of a token that must be pinned and are never read from the token. */
type Expected = Required<Pick<VerifyOptions, 'issuer' | 'audience' | 'algorithms'>>;

/**
 * The claims of a valid token, in the shape that `read` gives them.
 * @throws Problem `unauthorized` for any other token, without the reason.
 */
export function verified<Claims>(
  kind: TokenKind,
  token: string,
  key: KeyObject,
  expected: Expected,
  read: (payload: unknown) => Claims,
): Claims {
  counted[kind].inc();
  try {
    return read(jwt.verify(token, key, { ...expected, clockTolerance: LEEWAY_S }));
  } catch {
    throw unauthorized();
  }
}
