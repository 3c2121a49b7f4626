import { day, type LoadCurve, step } from './load/curves';

/** How much is asked, how often and for how long. */
export interface Plan {
  /** The curves that every fleet is led along, in this order; each fleet is started anew. */
  fleets: number;
  curves: readonly LoadCurve[];
  calibrationMs: number;
}

export const plans: Record<'full' | 'quick', Plan> = {
  full: { fleets: 2, curves: [day(120_000), step(16_000), step(16_000)], calibrationMs: 4_000 },
  quick: { fleets: 1, curves: [day(32_000), step(14_000)], calibrationMs: 2_500 },
};

/** The CPUs that each replica may use: several of them together still leave room on two. */
export const REPLICA_CPUS = 0.15;

/** The bounds of every deployment. */
export const BOUNDS = { least: 1, most: 5 };

/** The peak, in replicas that are fully used; with the target below, the rule wants four of them. */
export const PEAK_REPLICAS = 2.2;

/** The share of what a replica can take that it should get on average. */
export const TARGET_SHARE = 0.7;

/** A replica can take what it answers with a p99 within this (ms). */
export const LIMIT_MS = 250;

/** From one decision to the next, and how long a recommendation holds a replica: 15 s and 300 s by Kubernetes' default. */
export const SYNC_MS = 1_000;
export const STABILISATION_MS = 6_000;

/** Requests at the beginning of a curve, not counted. */
export const LEAD_IN_MS = 2_000;

/** Supply and demand are compared in such steps. */
export const STEP_MS = 100;

/** As in containers (docker/services.yml): longer than nginx and callers take to notice. */
export const DRAIN_MS = 2_500;
