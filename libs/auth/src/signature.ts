import type { KeyObject } from 'node:crypto';
import { unauthorized } from '@jobly/contracts';
import jwt, { type VerifyOptions } from 'jsonwebtoken';
import { Counter } from 'prom-client';

/** Whose token it is: a user's, a service's own, or one the gateway has exchanged a user's for. */
export type TokenKind = 'user' | 'service' | 'internal';

/** How often this process has checked a signature: what a mode saves or costs, counted. */
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
// So that those who count see a 0 where nothing was.
for (const count of Object.values(counted)) count.inc(0);

/** Everything of a token that has to be pinned, and never is read from the token. */
type Expected = Required<Pick<VerifyOptions, 'issuer' | 'audience' | 'algorithms'>>;

/**
 * The claims of a token that is what it should be, in the shape `read` gives them.
 * @throws Problem `unauthorized` for any other token, without saying why.
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
    return read(jwt.verify(token, key, expected));
  } catch {
    throw unauthorized();
  }
}
