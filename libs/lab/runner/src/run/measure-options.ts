import type { Progress } from '@jobly/lab/instrument';
import type { Chosen } from '../choose/choices';
import type { RunOptions } from '../choose/options';
import type { Run } from '../experiment/run';

/** Everything about a run but what it is a run of. */
export interface RunContext {
  options: RunOptions;
  run: Run;
  signal: AbortSignal;
  progress: Progress;
}

/** Everything there is to know about what is to be measured, and how. */
export type MeasureOptions = Extract<Chosen, { kind: 'paired' }> & RunContext;

/** Everything there is to know about what is to be observed. */
export type ObserveOptions = Extract<Chosen, { kind: 'study' }> & RunContext;
