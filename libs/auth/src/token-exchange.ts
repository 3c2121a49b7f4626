import type { KeyObject } from 'node:crypto';
import type { Owner } from '@jobly/contracts';
import { expiringCache } from '@jobly/expiry';
import type { TokenVerifier } from './authenticator';
import { signInternalToken } from './internal-tokens';
import { tokenDigest } from './token-digest';

const LIFETIME_S = 60;
/** A token is renewed this long before it expires, so that none expires on its way. */
const RENEWAL_S = 10;
/** The most users' tokens remembered, per service. */
const MAX_TOKENS = 10_000;

/** An internal token for the bearer of a user's token. Rejects as the verifier does. */
export type TokenExchange = (token: string, callee: Owner) => Promise<string>;

/**
 * Verifies a user's token and makes an internal token of it, which serves until it expires: a user who returns within
 * the minute costs 1 µs instead of 50. It never outlives the user's token: made
 * of one that has expired and is still tolerated, it has expired too, and is tolerated as long.
 */
export function tokenExchange(verify: TokenVerifier, secrets: Record<Owner, KeyObject>): TokenExchange {
  const issued = expiringCache<string>(MAX_TOKENS * Object.keys(secrets).length);
  return async (token, callee) => {
    const key = `${callee} ${tokenDigest(token)}`;
    const known = issued.get(key);
    if (known !== undefined) return known;
    const claims = await verify(token);
    const lifetime = Math.min(LIFETIME_S, claims.exp - Math.floor(Date.now() / 1000));
    const internal = signInternalToken(claims, callee, secrets[callee], lifetime);
    if (lifetime > RENEWAL_S) issued.set(key, internal, (lifetime - RENEWAL_S) * 1000);
    return internal;
  };
}
