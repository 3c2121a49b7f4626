/** How many replicas, how often and for how long. */
export interface Plan {
  /** Of the whole monolith, and of a single service; ascending. */
  replicas: readonly number[];
  /** Of all services: each is several processes. */
  sets: readonly number[];
  launches: number;
  blockMs: number;
}

export const plans: Record<'full' | 'quick', Plan> = {
  full: { replicas: [1, 2, 3, 4, 6, 8, 12], sets: [1, 2, 3, 4, 6, 8], launches: 4, blockMs: 2_500 },
  quick: { replicas: [1, 2, 3, 4, 8], sets: [1, 2, 3, 4], launches: 3, blockMs: 1_500 },
};

/** CPUs for every replicated process, so little that a small machine has room for many. */
export const QUOTA = 0.1;

/** All companies, as front ends ask for them: enough work that the generator and nginx are little beside it. */
export const PATH = '/companies';

/** Of the closed loop, for every replica: it always has something to do. */
export const CONNECTIONS = 6;

/** Requests for every replica, so that all are equally warm; and for all that is in front of some of them. */
export const WARM_UP = { replica: 1_000, front: 200 };

/** A replica that uses less of its quota than this could not, or did not get it. */
export const USED_UP = 0.9;

/** Of all CPUs' time: who gets less than their quota now has the machine to thank for it. */
export const MACHINE_FULL = 0.95;
