/** One load: its share of reads, and its rate in multiples of what a closed loop of the same stack is served. */
export interface Load {
  reads: number;
  share: number;
}

export interface Plan {
  launches: number;
  /** Of one of the two blocks of every load. */
  blockMs: number;
  /** Requests in a closed loop before anything is measured. */
  warmUp: number;
}

export const plans: Record<'full' | 'quick', Plan> = {
  full: { launches: 6, blockMs: 2_000, warmUp: 12_000 },
  quick: { launches: 4, blockMs: 1_250, warmUp: 8_000 },
};

/** The coefficients come from these alone: each kind of request by itself, easy and at a moderate load. */
export const calibrations: readonly Load[] = [
  { reads: 1, share: 0.2 },
  { reads: 1, share: 0.55 },
  { reads: 0, share: 0.15 },
  { reads: 0, share: 0.4 },
];

/** What is predicted and then measured: mixes and rates that are not among the calibrations. */
export const checks: readonly Load[] = [
  { reads: 0.7, share: 0.3 },
  { reads: 0.9, share: 0.4 },
];

export const CONNECTIONS = 32;
export const PEAK_MS = 2_000;
