import type { Introspection, TokenIntrospector } from '@jobly/contracts';
import { expiringCache, timeUntil } from '@jobly/expiry';
import type { Authenticator } from '../authenticator';
import { tokenDigest } from '../token-digest';
import { introspect } from './introspect';

/**
 * The longest time that a refusal is cached (ms): long enough against somebody who tries again and again, and short
 * enough for somebody who was refused because of a wrong clock.
 */
const REFUSAL_MS = 1_000;
const MAX_TOKENS = 10_000;
/** Refusals have a cache of their own, so that a flood of made-up tokens evicts no valid one. */
const MAX_REFUSED = 1_000;

/**
 * Introspection whose answers are cached for `ttl` seconds, but not beyond the token's end: a deleted user is locked out
 * that much later.
 */
export const introspectCached = (introspector: TokenIntrospector, ttl: number): Authenticator =>
  introspect(remembering(introspector, ttl * 1000));

/** Concurrent requests for the same token share one answer. An outage is not cached. */
function remembering(introspector: TokenIntrospector, ttl: number): TokenIntrospector {
  const active = expiringCache<Introspection>(MAX_TOKENS);
  const refused = expiringCache<Introspection>(MAX_REFUSED);
  const underWay = new Map<string, Promise<Introspection>>();

  async function ask(key: string, token: string): Promise<Introspection> {
    try {
      const answer = await introspector.introspect(token);
      if (answer.active) active.set(key, answer, Math.min(ttl, timeUntil(answer.exp)));
      else refused.set(key, answer, Math.min(REFUSAL_MS, ttl));
      return answer;
    } finally {
      underWay.delete(key);
    }
  }

  return {
    async introspect(token) {
      const key = tokenDigest(token);
      const known = active.get(key) ?? refused.get(key) ?? underWay.get(key);
      if (known) return known;
      const question = ask(key, token);
      underWay.set(key, question);
      return question;
    },
  };
}
