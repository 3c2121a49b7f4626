import type { Scene, Supplement } from '../experiments/experiment';
import type { Stacks } from '../targets/stacks';
import type { MeasureOptions } from './measure';
import { type Ended, endedBy } from './run-plan';

/** Lets an experiment that was measured to the end look once more. What is measured stays, even if that fails. */
export async function supplemented(
  ended: Ended,
  { stacks, ...there }: Pick<Scene, 'arms' | 'sessions'> & { stacks: Stacks | undefined },
  { experiment, workloads, options, run, signal, progress }: MeasureOptions,
): Promise<Ended & { supplement: Supplement }> {
  if (ended.outcome !== 'complete' || !stacks || experiment.stacks === 'none' || !experiment.afterwards) {
    return { ...ended, supplement: {} };
  }
  try {
    const scene: Scene = { stacks, ...there, workloads, run, quick: options.quick, signal, progress };
    return { ...ended, supplement: await experiment.afterwards(scene) };
  } catch (error) {
    return { ...endedBy(signal.aborted ? signal.reason : error, ended.blocks), supplement: {} };
  }
}
