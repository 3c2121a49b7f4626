import type { ArrivalProcess } from '../load/arrivals';
import type { Workload } from '../workload';

export type Load = { loop: 'open'; arrivals: ArrivalProcess; rate: number } | { loop: 'closed'; concurrency: number };

/** How an experiment loads its arms. Durations in ms. */
export interface Settings {
  load: Load;
  /** Pairs of blocks for every operation; even. */
  blocks: number;
  /** Of the measured part of a block. */
  blockMs: number;
  /** Of the unmeasured beginning of a block. */
  leadInMs: number;
  /** Of the block that is thrown away, once for every arm of every operation. */
  warmUpMs: number;
  seed: number;
}

/** Requests per second for an operation that may want fewer than the others. */
export const rateOf = (rate: number, { maxRate = Infinity }: Workload) => Math.min(rate, maxRate);
