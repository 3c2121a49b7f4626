import { LRUCache } from 'lru-cache';
import { type Moment, elapsedSince, thisMoment } from './elapsed';

interface Entry<Value> {
  value: Value;
  since: Moment;
  lifetime: number;
}

/**
 * Keeps the `max` values used last, each for its lifetime (ms) by `elapsedSince`. lru-cache's own `ttl` runs by the
 * steady clock, and would return a token that has expired while the machine slept.
 */
export function expiringCache<Value>(max: number) {
  const entries = new LRUCache<string, Entry<Value>>({ max });
  return {
    get(key: string): Value | undefined {
      const entry = entries.get(key);
      return entry && elapsedSince(entry.since) < entry.lifetime ? entry.value : undefined;
    },
    set(key: string, value: Value, lifetime: number): void {
      entries.set(key, { value, since: thisMoment(), lifetime });
    },
  };
}
