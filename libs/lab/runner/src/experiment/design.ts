import type { Comparison } from '@jobly/lab/results';
import type { DataSize, Workload } from '@jobly/lab/system-under-test';
import type { Arm } from './arm';
import type { Configuration } from './case';
import type { Settings } from './settings';

/** The comparisons, and the number and length of blocks. */
export interface Design {
  /** The configurations in which arms are compared. */
  readonly configurations: readonly [Configuration, ...Configuration[]];
  readonly settings: Record<'full' | 'quick', Omit<Settings, 'seed' | 'precision'>>;
  /** The available workloads, and those that are measured unless `--operations` says otherwise. */
  readonly workloads: { all: readonly Workload[]; usual: Record<'full' | 'quick', readonly Workload[]> };
  readonly comparisons: readonly Comparison[];
  /** Arms that a run may lack, with everything that compares them. */
  readonly optional?: readonly string[];
  /** The arm that is compared with itself, and the metric for that. */
  readonly control: Omit<Comparison, 'as'>;
  /** Look for the highest rate at which p99 stays below this limit (ms), in the cases whose load is a share. */
  readonly p99LimitMs?: number;
  /**
   * Arms that may be faster than the generator in closed loops: their throughput is then a lower bound, and the
   * generator's utilisation does not count against the run.
   */
  readonly lowerBounds?: readonly string[];
  /** Requests that are split up, each by arms in an order in which each adds one thing to the previous one. */
  readonly layers?: readonly Layers[];
}

/** A request, as "a request", and the arms whose differences it is made of. */
export interface Layers {
  readonly of: string;
  readonly steps: readonly { arm: string; adds: string }[];
}

/** The ingredients of a run's cases. */
export interface Ingredients {
  workloads: readonly Workload[];
  arms: readonly Arm[];
  /** What their databases hold, if it is not the data of the stacks. */
  data?: DataSize | undefined;
  /** Those of the design that are possible on this machine, with these stacks. */
  configurations: readonly Configuration[];
  quick: boolean;
  /** How many blocks, and of what length, a case has that says nothing else. */
  settings: Pick<Settings, 'blocks' | 'blockMs' | 'leadInMs'>;
}
