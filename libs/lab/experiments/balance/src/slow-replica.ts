import type { FixedLoad } from '@jobly/lab/runner';

/** The work of the slow replica per request, in ms: it can take 100 requests a second, and no more. */
export const HELD_BACK_MS = 10;

/** A third of this is four fifths of the slow replica's capacity: there is a queue, and it does not grow for ever. */
export const LOAD = { loop: 'open', arrivals: 'poisson', rate: 240 } as const satisfies FixedLoad;
