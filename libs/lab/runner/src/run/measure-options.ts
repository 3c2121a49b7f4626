import type { Progress } from '@jobly/lab/instrument';
import type { Chosen } from '../choose/choices';
import type { RunOptions } from '../choose/options';
import type { Run } from '../experiment/run';

/** Everything about a run except for its subject. */
export interface RunContext {
  options: RunOptions;
  run: Run;
  signal: AbortSignal;
  progress: Progress;
}

/** The complete description of a measurement. */
export type MeasureOptions = Extract<Chosen, { kind: 'paired' }> & RunContext;

/** The complete description of an observation. */
export type ObserveOptions = Extract<Chosen, { kind: 'study' }> & RunContext;
