import { tooManyRequests } from '@jobly/contracts';
import { LRUCache } from 'lru-cache';

const WINDOW_MS = 15 * 60 * 1000;
/** Names remembered at most; a flood of made-up names must not eat the memory. */
const MAX_NAMES = 100_000;

/**
 * Slows down guessing: after `limit` failures of one name within 15 minutes it must rest. 0 switches it off. An attempt
 * counts as failed from its beginning, so that a hundred at the same time do not all get in before the first is judged.
 */
export function loginFailures(limit: number) {
  const failures = new LRUCache<string, number>({ max: MAX_NAMES, ttl: WINDOW_MS, noUpdateTTL: true });
  return {
    /** @throws Problem `too-many-requests` where the name must rest. */
    begin(username: string): void {
      const count = failures.get(username) ?? 0;
      if (limit > 0 && count >= limit) {
        const seconds = Math.ceil(failures.getRemainingTTL(username) / 1000);
        throw tooManyRequests('Too many failed logins for this username; please try again later', seconds);
      }
      failures.set(username, count + 1);
    },
    succeed(username: string): void {
      failures.delete(username);
    },
  };
}
