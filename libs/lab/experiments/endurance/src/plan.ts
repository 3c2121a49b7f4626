import { type Attack, attacks } from './slow-readers/attacks';

/** How long each part takes, and how often it is repeated. */
export interface Plan {
  slowReaders: {
    attacks: readonly Attack[];
    /** Every round has a block of each attack and one without any. */
    rounds: number;
    blockMs: number;
    /** Requests/s of the others: a thousand in a block, which p99 needs. */
    rate: number;
  };
  restarts: {
    /** How many replicas of each process. */
    replicas: number;
    /** The fewest restarts of a stack; further rounds make them up. */
    least: number;
    /** From one to the next: longer than one takes, and than nginx and callers take to notice that it is over. */
    everyMs: number;
  };
  soak: {
    durationMs: number;
    /** Of the same load before: heaps grow until they have been collected a few times. */
    settleMs: number;
    /** Connections are opened anew for each. */
    blockMs: number;
  };
}

/** Requests/s while processes are restarted: few enough to afford a new connection for each. */
export const RESTART_RATE = 250;

export const plans: Record<'full' | 'quick', Plan> = {
  full: {
    slowReaders: { attacks, rounds: 6, blockMs: 3_000, rate: 350 },
    // Twenty thousand requests to each stack.
    restarts: { replicas: 2, least: 8, everyMs: 10_000 },
    soak: { durationMs: 600_000, settleMs: 30_000, blockMs: 10_000 },
  },
  quick: {
    slowReaders: { attacks: attacks.slice(-1), rounds: 5, blockMs: 3_000, rate: 350 },
    restarts: { replicas: 1, least: 2, everyMs: 7_000 },
    soak: { durationMs: 30_000, settleMs: 5_000, blockMs: 5_000 },
  },
};
