import type { Progress } from '../cli/progress';
import type { Experiment } from '../experiments/experiment';
import type { Workload } from '../workload';
import type { RunOptions } from './options';
import type { Run } from './run';
import type { Settings } from './settings';

/** Everything there is to know about what is to be measured, and how. */
export interface MeasureOptions {
  experiment: Experiment;
  workloads: readonly Workload[];
  settings: Settings;
  options: RunOptions;
  run: Run;
  signal: AbortSignal;
  progress: Progress;
}
