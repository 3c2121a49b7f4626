import type { Comparison } from '@jobly/lab/results';
import type { Workload } from '@jobly/lab/system-under-test';
import type { Arm } from './arm';
import type { Configuration } from './case';
import type { Settings } from './settings';

/** What is compared with what, how often and how long. */
export interface Design {
  /** The surroundings in which arms are compared. */
  readonly configurations: readonly [Configuration, ...Configuration[]];
  readonly settings: Record<'full' | 'quick', Omit<Settings, 'seed' | 'precision'>>;
  /** What can be measured, and what is unless `--operations` says otherwise. */
  readonly workloads: { all: readonly Workload[]; usual: Record<'full' | 'quick', readonly Workload[]> };
  readonly comparisons: readonly Comparison[];
  /** The arm that is run against itself, and the metric by which that is judged. */
  readonly control: Omit<Comparison, 'as'>;
  /** Looks for the highest rate at which p99 stays below this (ms), in the cases whose load is a share. */
  readonly p99LimitMs?: number;
  /**
   * In closed loops these may be faster than the generator: what they serve is then a lower bound, and how busy the
   * generator was does not count against the run.
   */
  readonly lowerBounds?: readonly string[];
  /** Arms in an order in which each adds one thing to what the one before it does. */
  readonly layers?: readonly { arm: string; adds: string }[];
}

/** What the cases of a run are made from. */
export interface Ingredients {
  workloads: readonly Workload[];
  arms: readonly Arm[];
  /** Those of the design that are possible on this machine, with these stacks. */
  configurations: readonly Configuration[];
  quick: boolean;
}
