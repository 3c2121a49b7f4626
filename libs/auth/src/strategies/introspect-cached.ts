import type { Introspection, TokenIntrospector } from '@jobly/contracts';
import { LRUCache } from 'lru-cache';
import type { Authenticator } from '../authenticator';
import { tokenDigest } from '../token-digest';
import { introspect } from './introspect';

/** How long "no" is remembered at most (ms): long enough for who tries again and again, and no longer. */
const REFUSAL_MS = 5_000;
const MAX_TOKENS = 10_000;
/** Apart from the others, so that a flood of made-up tokens pushes nobody out. */
const MAX_REFUSED = 1_000;

/** Introspection whose answers are believed for `ttl` seconds: a deleted user is out that much later. */
export const introspectCached = (introspector: TokenIntrospector, ttl: number): Authenticator =>
  introspect(remembering(introspector, ttl * 1000));

/** Whoever asks while the same question is under way shares its answer. An outage is not an answer. */
function remembering(introspector: TokenIntrospector, ttl: number): TokenIntrospector {
  const active = new LRUCache<string, Introspection>({ max: MAX_TOKENS });
  const refused = new LRUCache<string, Introspection>({ max: MAX_REFUSED, ttl: Math.min(REFUSAL_MS, ttl) });
  const underWay = new Map<string, Promise<Introspection>>();

  async function ask(key: string, token: string): Promise<Introspection> {
    try {
      const answer = await introspector.introspect(token);
      if (!answer.active) refused.set(key, answer);
      else if (remaining(answer.exp) > 0) active.set(key, answer, { ttl: Math.min(ttl, remaining(answer.exp)) });
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

/** Until a point in time in seconds since 1970 (ms). */
const remaining = (exp: number) => exp * 1000 - Date.now();
