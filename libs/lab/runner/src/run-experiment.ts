import type { Results } from '@jobly/lab/results';
import { openStacks, proveEquivalence } from '@jobly/lab/system-under-test';
import { toResults } from './record/to-results';
import { measure } from './run/measure';
import type { MeasureOptions } from './run/measure-options';

/**
 * Runs an experiment from the first look at what it is about to its results.
 *
 * @param fail ends the run with this sentence, for something that dies meanwhile
 * @throws Failure, in a sentence, when there is nothing to report
 */
export async function runExperiment(measuring: MeasureOptions, fail: (sentence: string) => void): Promise<Results> {
  return measuring.experiment.stacks === 'none' ? measureAlone(measuring) : measureStacks(measuring, fail);
}

async function measureAlone(measuring: MeasureOptions): Promise<Results> {
  const measurement = await measure(undefined, measuring);
  return toResults({ ...measuring, compared: 0, measurement });
}

async function measureStacks(measuring: MeasureOptions, fail: (sentence: string) => void): Promise<Results> {
  const { experiment, options, run, signal, progress } = measuring;
  progress.step(options.addresses ? 'Looking at both stacks' : 'Starting both stacks');
  const stacks = await openStacks(options, run.id, signal, { loopback: 'loopback' in experiment });
  void stacks.died.then(fail);
  try {
    progress.step('Comparing their answers');
    const compared = await proveEquivalence(stacks, run.id);
    const measurement = await measure(stacks, measuring);
    return toResults({ ...measuring, compared, measurement });
  } finally {
    progress.step('Stopping');
    await stacks.close();
  }
}
