import type { ArrivalProcess } from '@jobly/lab/instrument';

/** A load of known strength. */
export type FixedLoad =
  { loop: 'open'; arrivals: ArrivalProcess; rate: number } | { loop: 'closed'; concurrency: number };

/** Alternatively an open loop at a share of the arm's throughput in the closed loops of the same operation. */
export type Load = FixedLoad | { loop: 'share'; arrivals: ArrivalProcess; share: number };

/** The load of an experiment's arms. Durations in ms. */
export interface Settings {
  load: FixedLoad;
  /**
   * How many times the stacks are started: two launches of the same program differ more than their blocks do. One
   * launch, with stacks that run already, says nothing about others.
   */
  launches: number;
  /** The number of pairs of blocks per operation in each launch; even. */
  blocks: number;
  /** The measured part of a block. */
  blockMs: number;
  /** The unmeasured beginning of a block. */
  leadInMs: number;
  /** Requests to every arm that are discarded, before windows of further ones until their cost is flat. */
  warmUp: number;
  seed: number;
  /** An operation gets no more blocks once its interval is this narrow, as a share of its estimate to either side. */
  precision: number | null;
}
