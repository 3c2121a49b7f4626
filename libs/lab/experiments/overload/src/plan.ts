/** How much is offered, how often and for how long. */
export interface Plan {
  launches: number;
  /** What is offered, in multiples of the peak. */
  multiples: readonly number[];
  blockMs: number;
  /** How long probes go on after a block. */
  afterMs: number;
}

export const plans: Record<'full' | 'quick', Plan> = {
  full: { launches: 5, multiples: [0.5, 1, 1.5, 2, 3, 5], blockMs: 3_000, afterMs: 4_000 },
  quick: { launches: 3, multiples: [1, 3], blockMs: 2_000, afterMs: 3_000 },
};

/** The load that the verdict speaks of, in multiples of the peak. */
export const TOLD_MULTIPLE = 3;

/** How long a user waits; what is answered later is no use to anybody (ms). */
export const PATIENCE_MS = 1_000;

/** A probe that takes longer shows that the stack is not well yet (ms). */
export const WELL_MS = 250;

export const WARM_UP = 3_000;
export const CLOSED_CONNECTIONS = 32;

/** All jobs, as front ends ask for them: heavy enough that a refusal is cheap beside it. */
export const PATH = '/jobs';

/** Opened in advance, so that what is measured is not the opening of connections. */
export const MOST_CONNECTIONS = 2_000;
