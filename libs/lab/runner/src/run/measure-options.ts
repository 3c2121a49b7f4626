import type { Progress } from '@jobly/lab/instrument';
import type { Workload } from '@jobly/lab/system-under-test';
import type { Experiment } from '../experiment/experiment';
import type { RunOptions } from '../choose/options';
import type { Run } from '../experiment/run';
import type { Settings } from '../experiment/settings';

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
