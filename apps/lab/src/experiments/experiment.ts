import type { Comparison } from '../analysis/comparison';
import type { Arm } from '../runner/arm';
import type { Case } from '../runner/plan';
import type { Settings } from '../runner/settings';
import type { Stacks } from '../targets/stacks';
import type { Workload } from '../workload';

/** The arms of an experiment, ready for requests, and what to do with them afterwards. */
export interface Arms {
  arms: Arm[];
  close?: () => Promise<void>;
}

/** One question put to the running stacks. Everything else (order, warm-up, gates, report) is the runner's. */
export interface Experiment {
  name: string;
  question: string;
  /** What we expect to find, written down before looking. */
  hypothesis: string;
  /** What is compared with what, in the words of the report: which processes, on which CPUs. */
  configuration: string;
  /** Whether it needs to see inside the stacks, so that it must start them itself. */
  ownStacks: boolean;
  settings: Record<'full' | 'quick', Omit<Settings, 'seed'>>;
  /** What can be measured, and what is unless `--operations` says otherwise. */
  workloads: { all: readonly Workload[]; usual: readonly Workload[] };
  arms(stacks: Stacks): Promise<Arms> | Arms;
  /** Which arms run on which operation. */
  cases(workloads: readonly Workload[], arms: readonly Arm[], quick: boolean): Case[];
  comparisons: readonly Comparison[];
  /** The arm that is run against itself, and the metric by which that is judged. */
  control: Omit<Comparison, 'as'>;
}
