import type { Stacks } from '@jobly/lab/system-under-test';
import type { Observations } from '../experiment/experiment';
import type { ObserveOptions } from './measure-options';
import { surroundingsOf } from './surroundings';

/** Runs a study. A study that does not finish leaves nothing behind. */
export async function observe(stacks: Stacks | undefined, observing: ObserveOptions): Promise<Observations> {
  const { experiment, progress, signal } = observing;
  const surroundings = surroundingsOf(observing);
  progress.step('Observing');
  const seen = await (experiment.stacks === 'none'
    ? experiment.observe(surroundings)
    : experiment.observe({ ...surroundings, stacks: stacks! }));
  signal.throwIfAborted();
  return seen;
}
