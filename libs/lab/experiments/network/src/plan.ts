/** How much is measured. */
export interface Plan {
  /** How often the stacks are started. */
  launches: number;
  /** How often everything is measured in each launch. */
  rounds: number;
  /** How far apart processes are: the delays of each way (ms). Without any delay is measured as well. */
  delaysMs: readonly number[];
  /** Requests of each block, one at a time. */
  requests: number;
  /** Requests to each stack before anything counts: code is compiled, and connections are opened. */
  warmUp: number;
  /** The operations, as `--operations` of other experiments names them; undefined: all. */
  operations?: readonly string[];
}

export const plans: Record<'full' | 'quick', Plan> = {
  full: { launches: 4, rounds: 1, delaysMs: [0.25, 0.5, 1, 2], requests: 30, warmUp: 6_000 },
  quick: {
    launches: 1,
    rounds: 7,
    delaysMs: [0.5, 1, 2],
    requests: 20,
    warmUp: 3_000,
    operations: [
      ...['company-list', 'company-detail', 'job-list', 'job-detail', 'own-profile'],
      ...['apply', 'create-job', 'update-job'],
    ],
  },
};

/** Up to so much more or less than the delay, at random, as a share of it. */
export const JITTER = 0.1;
