import { type Identity, type Owner, unauthorized } from '@jobly/contracts';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { keyIdOf } from './key-id';
import type { KeySet } from './key-set';
import { SERVICE_TOKEN_ISSUER } from './service-tokens';
import { verified } from './signature';

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

/** A token is checked with a key of the service that it claims to be from, so that none can pose as another. */
export const serviceTokenVerifier = (callee: Owner, callers: CallerKeys): ServiceTokenVerifier => {
  const expected = { algorithms: ['ES256' as const], issuer: SERVICE_TOKEN_ISSUER, audience: callee };
  return async (token) => {
    const keys = callers[claimedCaller(token)];
    if (!keys) throw unauthorized();
    const key = await keys(keyIdOf(token));
    const caller = verified('service', token, key, expected, (payload) => claims.parse(payload));
    return caller.act && { username: caller.sub, account: caller.account, isAdmin: caller.isAdmin };
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
