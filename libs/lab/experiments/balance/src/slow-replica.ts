import type { FixedLoad } from '@jobly/lab/runner';

/** What the slow replica has to do for each request, in ms: it can take 100 requests a second, and no more. */
export const HELD_BACK_MS = 10;

/** A third of this is four fifths of what the slow replica can take: there is a queue, and it does not grow for ever. */
export const LOAD = { loop: 'open', arrivals: 'poisson', rate: 240 } as const satisfies FixedLoad;
