/** One load: its share of reads, and its rate in multiples of what a closed loop of the same stack is served. */
export interface Load {
  reads: number;
  share: number;
}

export interface Plan {
  launches: number;
  blockMs: number;
  /** Requests in a closed loop before anything is measured. */
  warmUp: number;
}

export const plans: Record<'full' | 'quick', Plan> = {
  full: { launches: 6, blockMs: 4_000, warmUp: 12_000 },
  quick: { launches: 3, blockMs: 2_500, warmUp: 6_000 },
};

/** The coefficients come from these alone: each kind of request by itself, easy and at a moderate load. */
export const calibrations: readonly Load[] = [
  { reads: 1, share: 0.15 },
  { reads: 1, share: 0.4 },
  { reads: 0, share: 0.15 },
  { reads: 0, share: 0.3 },
];

/** What is predicted and then measured: mixes and rates that are not among the calibrations. */
export const checks: readonly Load[] = [
  { reads: 0.7, share: 0.25 },
  { reads: 0.9, share: 0.5 },
];

export const CONNECTIONS = 64;
export const CLOSED_CONNECTIONS = 32;
export const PEAK_MS = 2_000;
