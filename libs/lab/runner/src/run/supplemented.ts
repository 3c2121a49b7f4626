import type { Stacks } from '@jobly/lab/system-under-test';
import type { Scene, Supplement } from '../experiment/experiment';
import type { MeasureOptions } from './measure-options';
import { type Ended, endedBy } from './run-plan';

/** Lets an experiment that was measured to the end look once more. What is measured stays, even if that fails. */
export async function supplemented(
  ended: Ended,
  { stacks, ...there }: Pick<Scene, 'arms' | 'sessions'> & { stacks: Stacks | undefined },
  { experiment, workloads, settings, options, run, signal, progress }: MeasureOptions,
): Promise<Ended & { supplement: Supplement }> {
  if (ended.outcome !== 'complete' || !stacks || experiment.stacks === 'none' || !experiment.afterwards) {
    return { ...ended, supplement: {} };
  }
  try {
    const { quick } = options;
    const { seed } = settings;
    const scene: Scene = { stacks, ...there, workloads, blocks: ended.blocks, run, seed, quick, signal, progress };
    return { ...ended, supplement: await experiment.afterwards(scene) };
  } catch (error) {
    return { ...endedBy(signal.aborted ? signal.reason : error, ended.blocks), supplement: {} };
  }
}
