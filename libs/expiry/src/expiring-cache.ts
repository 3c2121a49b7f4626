import { LRUCache } from 'lru-cache';
import { type Moment, elapsedSince, thisMoment } from './elapsed';

interface Entry<Value> {
  value: Value;
  since: Moment;
  lifetime: number;
}

/** What a cache may hold: so many values, or as much as weighs so much in all. */
type Bound<Value> = number | { weight: number; weigh: (value: Value) => number };

/**
 * Keeps the values used last, as many as the bound allows, each for its lifetime (ms) by `elapsedSince`. lru-cache's own
 * `ttl` runs by the steady clock, and would return a token that has expired while the machine slept.
 */
export function expiringCache<Value>(bound: Bound<Value>) {
  const entries = new LRUCache<string, Entry<Value>>(
    typeof bound === 'number'
      ? { max: bound }
      : { maxSize: bound.weight, sizeCalculation: ({ value }) => bound.weigh(value) },
  );
  return {
    get(key: string): Value | undefined {
      const entry = entries.get(key);
      return entry && elapsedSince(entry.since) < entry.lifetime ? entry.value : undefined;
    },
    /** @param since the moment at which the lifetime begins, for a value that is older than its arrival. */
    set(key: string, value: Value, lifetime: number, since = thisMoment()): void {
      entries.set(key, { value, since, lifetime });
    },
    delete(key: string): void {
      entries.delete(key);
    },
  };
}
