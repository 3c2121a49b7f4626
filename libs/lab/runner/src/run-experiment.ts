import type { Results } from '@jobly/lab/results';
import { openStacks, proveEquivalence, type Stacks } from '@jobly/lab/system-under-test';
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
  const { experiment, options, run, signal, progress } = running;
  if (experiment.stacks === 'none') return resultsOf(running, undefined, 0);
  progress.step(options.addresses ? 'Looking at both stacks' : 'Starting both stacks');
  const stacks = await openStacks(options, run.id, signal, { loopback: experiment.loopback });
  void stacks.died.then(fail);
  try {
    progress.step('Comparing their answers');
    const compared = await proveEquivalence(stacks, run.id);
    return await resultsOf(running, stacks, compared);
  } finally {
    progress.step('Stopping');
    await stacks.close();
  }
}

async function resultsOf(running: Running, stacks: Stacks | undefined, compared: number): Promise<Results> {
  if (running.kind === 'study') return studyResults(running, await observe(stacks, running), compared);
  return toResults(running, await measure(stacks, running), compared);
}
