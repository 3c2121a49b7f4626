import { watchOthers } from '@jobly/lab/instrument';
import type { Results } from '@jobly/lab/results';
import { openStacks, proveEquivalence, type Stacks } from '@jobly/lab/system-under-test';
import { measureSpeed } from './experiment/speed';
import { studyResults } from './record/study-results';
import { toResults } from './record/to-results';
import { measure } from './run/measure';
import type { MeasureOptions, ObserveOptions } from './run/measure-options';
import { observe } from './run/observe';

type Running = MeasureOptions | ObserveOptions;

/**
 * Runs an experiment from start to results.
 *
 * @param fail ends the run with this sentence, for something that dies meanwhile
 * @throws Failure, in a sentence, when there is nothing to report
 */
export async function runExperiment(running: Running, fail: (sentence: string) => void): Promise<Results> {
  let compared = 0;
  const { machine } = running.run;
  const launched = <T>(use: (stacks: Stacks | undefined) => Promise<T>) =>
    withStacks(running, fail, async (stacks, answers) => {
      compared = answers;
      machine.speed ??= await measureSpeed(stacks?.postgres?.url);
      return use(stacks);
    });
  if (running.kind === 'study') {
    return launched(async (stacks) => studyResults(running, await observe(stacks, running), compared));
  }
  const others = watchOthers();
  const measurement = await measure(launched, running);
  return toResults(running, measurement, compared, others());
}

/** Starts what the experiment needs, and stops it after its use. `use` also gets the number of answers compared. */
async function withStacks<T>(
  { experiment, options, run, signal, progress }: Running,
  fail: (sentence: string) => void,
  use: (stacks: Stacks | undefined, compared: number) => Promise<T>,
): Promise<T> {
  if (experiment.stacks === 'none') return use(undefined, 0);
  progress.step(options.addresses ? 'Looking at both stacks' : 'Starting both stacks');
  const stacks = await openStacks(options, run.id, signal, {
    loopback: experiment.loopback,
    furtherDatabases: experiment.furtherDatabases,
  });
  void stacks.died.then(fail);
  try {
    progress.step('Comparing their answers');
    const compared = await proveEquivalence(stacks, run.id);
    return await use(stacks, compared);
  } finally {
    progress.step('Stopping');
    await stacks.close();
  }
}
