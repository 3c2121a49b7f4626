import type { Progress } from '@jobly/lab/instrument';
import type { Comparison, Figures, MeasuredBlock, Results, Table } from '@jobly/lab/results';
import type { Stacks, Workload } from '@jobly/lab/system-under-test';
import type { Arm } from './arm';
import type { Case, Configuration } from './case';
import type { Run } from './run';
import type { Sessions } from './sessions';
import type { Settings } from './settings';

/** The arms of an experiment, ready for requests, and what to do with them afterwards. */
export interface Arms {
  arms: Arm[];
  close?: () => Promise<void>;
}

/** What the cases of a run are made from. */
export interface Ingredients {
  workloads: readonly Workload[];
  arms: readonly Arm[];
  /** Those of the experiment that are possible on this machine, with these stacks. */
  configurations: readonly Configuration[];
  quick: boolean;
}

/** What is there when all blocks are measured. */
export interface Scene {
  stacks: Stacks;
  arms: readonly Arm[];
  workloads: readonly Workload[];
  sessions: Sessions;
  blocks: readonly MeasuredBlock[];
  run: Run;
  seed: number;
  quick: boolean;
  signal: AbortSignal;
  progress: Progress;
}

/** What an experiment finds beside its blocks. */
export type Supplement = Partial<Pick<Results, 'costs' | 'waterfalls' | 'tables' | 'tradeoffs' | 'timelines'>>;

interface Declaration {
  name: string;
  question: string;
  /** What we expect to find, written down before looking. */
  hypothesis: string;
  /** What is compared with what, in which surroundings. */
  configurations: readonly [Configuration, ...Configuration[]];
  settings: Record<'full' | 'quick', Omit<Settings, 'seed' | 'precision'>>;
  /** What can be measured, and what is unless `--operations` says otherwise. */
  workloads: { all: readonly Workload[]; usual: Record<'full' | 'quick', readonly Workload[]> };
  /** Which arms run on which operation, under which load. */
  cases(ingredients: Ingredients): Case[];
  comparisons: readonly Comparison[];
  /** The arm that is run against itself, and the metric by which that is judged. */
  control: Omit<Comparison, 'as'>;
  /** Looks for the highest rate at which p99 stays below this (ms), in the cases whose load is a share. */
  p99LimitMs?: number;
  /**
   * In closed loops these may be faster than the generator: what they serve is then a lower bound, and how busy the
   * generator was does not count against the run.
   */
  lowerBounds?: readonly string[];
  /** Arms in an order in which each adds one thing to what the one before it does. */
  layers?: readonly { arm: string; adds: string }[];
  /**
   * What follows from everything that a run has found, where the answer is more than "so many times as much". Called
   * once, at the end of the run; no verdict means that there is no such answer.
   */
  conclude?(figures: Figures): { verdict?: string | undefined; tables?: Table[] };
}

/** An experiment on Jobly: on both stacks, wherever they run, or only on such as the lab has started itself. */
interface OnStacks extends Declaration {
  stacks: 'any' | 'own';
  /** Needs, beside the stacks, the monolith whose modules call each other through JSON. */
  loopback?: true;
  /** Needs an nginx on this machine, which `run` names. */
  nginx?: true;
  /** Looks at the arms once more when all blocks are measured and nothing else runs. */
  afterwards?(scene: Scene): Promise<Supplement>;
  arms(stacks: Stacks, run: Run, signal: AbortSignal): Promise<Arms> | Arms;
}

/** An experiment on something else. */
interface OnItsOwn extends Declaration {
  stacks: 'none';
  arms(): Promise<Arms> | Arms;
}

/** One question, declared. Everything else (order, warm-up, gates, report) is the runner's. */
export type Experiment = OnStacks | OnItsOwn;
