import { type Arms, armAt, repeated, type Scene } from '@jobly/lab/runner';
import { dataSize, proveEquivalence, startStacks } from '@jobly/lab/system-under-test';
import { MOST_JOBS } from './points';
import { warmUpByKey } from './warm-up-by-key';

/**
 * Both stacks over data of this size, which have been found to do the same. Their twin is not another launch, and runs
 * nowhere: noise is measured at the base.
 */
export async function startOnData({ signal, run, progress }: Scene, name: string): Promise<Arms> {
  const data = dataSize(name);
  progress.step(`Starting both stacks on ${data.jobs.toLocaleString('en')} jobs`);
  const stacks = await startStacks(signal, { data });
  try {
    await proveEquivalence(stacks, run.id);
    if (data.jobs > MOST_JOBS) await warmUpByKey([stacks.monolith, stacks.micro], data, signal);
  } catch (error) {
    await stacks.close();
    throw error;
  }
  const monolith = armAt(stacks.monolith, 'monolith');
  return {
    arms: [monolith, armAt(stacks.micro, 'micro'), repeated(monolith)],
    data,
    close: () => stacks.close(),
  };
}
