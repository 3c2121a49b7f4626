import type { PeakMemory } from '@jobly/lab/instrument';
import type { Arm } from '../experiment/arm';
import type { Case } from '../experiment/case';
import type { Observations } from '../experiment/experiment';
import type { Ended } from './run-plan';
import type { Settled } from './settle';

/** Everything that was measured, in all launches. */
export interface Measurement extends Ended {
  /** In the order of the experiment. */
  arms: readonly Arm[];
  cases: readonly Case[];
  /** The common names of each database's backends. */
  databases: string[];
  memory: (PeakMemory & { stack: 'monolith' | 'micro' })[];
  observations: Observations;
  /** Of every arm in every launch. */
  warmUps: readonly Settled[];
}
