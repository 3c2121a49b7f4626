/**
 * The long-run hit ratio of a cache for one item, if requests come as a Poisson process of `rate` a second. A period
 * consists of a fetch and the rate × ttl requests that come on average until its answer expires; all but the first are
 * answered from the cache (a renewal argument; Jung, Berger and Balakrishnan, "Modeling TTL-based Internet caches",
 * INFOCOM 2003).
 */
export const hitRatio = (rate: number, ttl: number) => (rate * ttl) / (1 + rate * ttl);

/** Poisson requests for one item, and a cache that is empty when they begin. */
export interface Demand {
  /** Requests per second. */
  rate: number;
  /** Whole seconds. */
  ttl: number;
  /** The duration, from the beginning of a second. */
  seconds: number;
}

/**
 * The expected number of fetches by nginx during the demand. nginx knows only whole seconds: an answer fetched in one
 * second is good until the end of the `ttl` seconds that follow it (`valid_sec < now` in ngx_http_file_cache.c), so on
 * average it is kept half a second too long. A second has a fetch if a request comes in it, and none of the `ttl`
 * seconds before it had a fetch.
 */
export function expectedFetches({ rate, ttl, seconds }: Demand): number {
  const somebodyAsks = 1 - Math.exp(-rate);
  const fetches: number[] = [];
  for (let second = 0; second < seconds; second++) {
    const kept = sumOf(fetches.slice(Math.max(0, second - ttl)));
    fetches.push(somebodyAsks * (1 - kept));
  }
  return sumOf(fetches);
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
