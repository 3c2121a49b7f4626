/** How long nginx keeps an answer. */
export interface Ttl {
  name: string;
  /** Whole seconds, as in nginx; 0 if nothing is kept. */
  seconds: number;
}

export const NO_CACHE: Ttl = { name: 'no cache', seconds: 0 };

/** The TTL of everything else in a run: long enough to save nearly all requests, and short enough to wait for. */
export const USUAL: Ttl = { name: '10 s', seconds: 10 };

export const ttls: readonly Ttl[] = [NO_CACHE, { name: '1 s', seconds: 1 }, USUAL, { name: '10 min', seconds: 600 }];

export const STACKS = ['monolith', 'micro'] as const;
