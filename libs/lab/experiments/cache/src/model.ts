/**
 * The share of requests for one thing that a cache answers in the long run, if they come as a Poisson process of `rate`
 * a second: a fetch and the rate × ttl requests that come on average until its answer is too old make a period, and all
 * but the first of it are answered from the cache (a renewal argument; Jung, Berger and Balakrishnan, "Modeling TTL-based
 * Internet caches", INFOCOM 2003).
 */
export const hitRatio = (rate: number, ttl: number) => (rate * ttl) / (1 + rate * ttl);

/** Poisson requests for one thing, and a cache that is empty when they begin. */
export interface Demand {
  /** Requests per second. */
  rate: number;
  /** Whole seconds. */
  ttl: number;
  /** How long it goes on, from the beginning of a second. */
  seconds: number;
}

/**
 * How often nginx fetches the thing meanwhile, on average. nginx knows only whole seconds: what it has fetched in one is
 * good until the end of the `ttl` that follow it (`valid_sec < now` in ngx_http_file_cache.c), so an answer is kept for
 * half a second longer than it should be, on average. A second has a fetch if somebody asks in it, and none of the `ttl`
 * before it had one.
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
