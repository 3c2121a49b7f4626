import { tooManyRequests } from '@jobly/contracts';
import { LRUCache } from 'lru-cache';

const WINDOW_MS = 15 * 60 * 1000;
/** Names remembered at most; a flood of made-up names must not eat the memory. */
const MAX_NAMES = 100_000;

/** Slows down guessing: after `limit` failures for one name within 15 minutes it must rest. 0 switches it off. */
export function loginFailures(limit: number) {
  const failures = new LRUCache<string, number>({ max: MAX_NAMES, ttl: WINDOW_MS, noUpdateTTL: true });
  return {
    /** @throws Problem `too-many-requests`. */
    check(username: string): void {
      if (limit === 0 || (failures.get(username) ?? 0) < limit) return;
      const seconds = Math.ceil(failures.getRemainingTTL(username) / 1000);
      throw tooManyRequests('Too many failed logins for this username; please try again later', seconds);
    },
    count(username: string): void {
      failures.set(username, (failures.get(username) ?? 0) + 1);
    },
    forget(username: string): void {
      failures.delete(username);
    },
  };
}
