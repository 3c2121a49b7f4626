/** The limits, the offered rates, and how often and how long. */
export interface Plan {
  /** What all processes of a deployment may use together, ascending. */
  cpus: readonly number[];
  launches: number;
  /** Offered rates, as shares of what the first launch serves in a closed loop under the same limit. */
  shares: readonly number[];
  closedMs: number;
  /** The shortest block of an offered rate. */
  blockMs: number;
  /** A block is longer where fewer requests would be due in it. */
  requests: number;
  warmUp: number;
}

export const plans: Record<'full' | 'quick', Plan> = {
  full: {
    cpus: [0.25, 0.5, 1, 1.5, 2],
    launches: 4,
    shares: [0.3, 0.5, 0.7, 0.85, 1],
    closedMs: 1_200,
    blockMs: 1_000,
    requests: 300,
    warmUp: 6_000,
  },
  quick: {
    cpus: [0.5, 1, 2],
    launches: 4,
    shares: [0.3, 0.55, 0.85],
    closedMs: 400,
    blockMs: 500,
    requests: 260,
    warmUp: 2_000,
  },
};

/** What users are to wait for at most, all but one in a hundred (ms). */
export const LIMIT_MS = 50;

/** A page of jobs: work enough that the generator and nginx are little beside it. */
export const PATH = '/jobs?limit=20';

/** Of what the quota allows: who uses less could not use it, or did not get it. */
export const USED_UP = 0.9;

/** Of all CPUs' time: there is no more to be had. */
export const MACHINE_FULL = 0.95;
