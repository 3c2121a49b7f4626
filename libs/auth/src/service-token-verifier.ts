import type { KeyObject } from 'node:crypto';
import { type Identity, type Owner, unauthorized } from '@jobly/contracts';
import { expiringCache, timeUntil } from '@jobly/expiry';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { keyIdOf } from './key-id';
import type { KeySet } from './key-set';
import { SERVICE_TOKEN_ISSUER } from './service-tokens';
import { remembered, verified } from './signature';
import { tokenDigest } from './token-digest';

const service = z.enum(['users', 'companies', 'jobs']);
// jsonwebtoken accepts a token without an expiry for ever.
const inOwnName = z.object({ sub: service, exp: z.number(), act: z.undefined().optional() });
const onBehalf = z.object({
  sub: z.string(),
  exp: z.number(),
  account: z.uuid(),
  isAdmin: z.boolean(),
  act: z.object({ sub: service }),
});
const claims = z.union([inOwnName, onBehalf]);

/**
 * Resolves to the user on whose behalf a service calls, or undefined if it calls in its own name. Rejects with
 * `unauthorized` for anything but a token for this service, by one of its callers; with `unavailable` if the caller's
 * keys are out of reach.
 */
export type ServiceTokenVerifier = (token: string) => Promise<Identity | undefined>;

/** The keys of each service that may call. */
export type CallerKeys = Partial<Record<Owner, KeySet>>;

/** The most checked tokens that a process remembers. */
const MAX_TOKENS = 10_000;

/** What a key has signed: that stays true, but the key may be withdrawn. */
interface Checked {
  user: Identity | undefined;
  keys: KeySet;
  kid: string;
  key: KeyObject;
}

/**
 * A token is checked with a key of the service that it claims to be from, so that none can pose as another. Checking a
 * signature takes about 90 µs; so it is remembered until the token expires, and counts for as long as the same key is
 * published. A forged token is never remembered, so that a flood of them evicts no valid one.
 */
export const serviceTokenVerifier = (callee: Owner, callers: CallerKeys): ServiceTokenVerifier => {
  const expected = { algorithms: ['ES256' as const], issuer: SERVICE_TOKEN_ISSUER, audience: callee };
  const checked = expiringCache<Checked>(MAX_TOKENS);
  return async (token) => {
    const digest = tokenDigest(token);
    const known = checked.get(digest);
    if (known && (await known.keys(known.kid)) === known.key) {
      remembered.inc();
      return known.user;
    }
    const keys = callers[claimedCaller(token)];
    if (!keys) throw unauthorized();
    const kid = keyIdOf(token);
    const key = await keys(kid);
    const caller = verified('service', token, key, expected, (payload) => claims.parse(payload));
    const user = caller.act && { username: caller.sub, account: caller.account, isAdmin: caller.isAdmin };
    checked.set(digest, { user, keys, kid, key }, timeUntil(caller.exp));
    return user;
  };
};

/** The service that an unverified token claims to be from. */
function claimedCaller(token: string): Owner {
  const { data } = claims.safeParse(decoded(token));
  if (!data) throw unauthorized();
  return data.act ? data.act.sub : data.sub;
}

function decoded(token: string): unknown {
  try {
    return jwt.decode(token);
  } catch {
    return undefined;
  }
}
