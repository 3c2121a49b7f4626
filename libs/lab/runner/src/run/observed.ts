import type { Stacks } from '@jobly/lab/system-under-test';
import type { MeasuredScene, Observations } from '../experiment/experiment';
import type { MeasureOptions } from './measure-options';
import { type Ended, endedBy } from './run-plan';
import { surroundingsOf } from './surroundings';

/** Lets a fully measured experiment make its further observations. The measurements stay, even if that fails. */
export async function observed(
  ended: Ended,
  { stacks, ...there }: Pick<MeasuredScene, 'arms' | 'cases' | 'sessions'> & { stacks: Stacks | undefined },
  measuring: MeasureOptions,
): Promise<Ended & { observations: Observations }> {
  const { experiment, workloads, signal } = measuring;
  if (ended.outcome !== 'complete' || !stacks || experiment.stacks === 'none' || !experiment.observe) {
    return { ...ended, observations: {} };
  }
  try {
    const scene = { ...surroundingsOf(measuring), stacks, ...there, workloads, blocks: ended.blocks };
    return { ...ended, observations: await experiment.observe(scene) };
  } catch (error) {
    return { ...endedBy(signal.aborted ? signal.reason : error, ended.blocks), observations: {} };
  }
}
