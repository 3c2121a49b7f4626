import type { ArrivalProcess } from '@jobly/lab/instrument';

/** A load of known strength. */
export type FixedLoad =
  { loop: 'open'; arrivals: ArrivalProcess; rate: number } | { loop: 'closed'; concurrency: number };

/** Or else an open loop at a share of what the arm has served in the closed loops of the same operation. */
export type Load = FixedLoad | { loop: 'share'; arrivals: ArrivalProcess; share: number };

/** How an experiment loads its arms. Durations in ms. */
export interface Settings {
  load: FixedLoad;
  /** Pairs of blocks for every operation; even. */
  blocks: number;
  /** Of the measured part of a block. */
  blockMs: number;
  /** Of the unmeasured beginning of a block. */
  leadInMs: number;
  /** Of the block that is thrown away, once for every arm of every operation. */
  warmUpMs: number;
  seed: number;
  /** An operation whose interval is this narrow, as a share of its estimate to either side, gets no more blocks. */
  precision: number | null;
}
