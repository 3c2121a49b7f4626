/** A replica's counter at one moment. */
interface Reading {
  atMs: number;
  received: number;
}

/** A rate is taken over so many scrapes: over one alone, chance would exceed the tolerance. */
const SCRAPES = 2;

/**
 * Turns the counters of replicas into the requests/s that each has received lately. The rate of a replica is missing
 * until it has been scraped twice, and as long as it does not answer.
 */
export function createRates(): (replica: object, received: number | undefined, atMs: number) => number | undefined {
  const readings = new WeakMap<object, readonly Reading[]>();
  return (replica, received, atMs) => {
    if (received === undefined) return undefined;
    const before = readings.get(replica) ?? [];
    readings.set(replica, [...before, { atMs, received }].slice(-SCRAPES));
    const oldest = before[0];
    return oldest && ((received - oldest.received) / (atMs - oldest.atMs)) * 1_000;
  };
}
