import pc from 'picocolors';
import { createProgress } from '../cli/progress';
import { proveEquivalence } from '../equivalence/equivalence';
import type { Experiment } from '../experiments/experiment';
import type { Results } from '../report/results';
import { claimResultsFile } from '../report/results-file';
import { textReport } from '../report/text';
import { toResults } from '../report/to-results';
import { openStacks } from '../targets/open-stacks';
import { chosenSettings, chosenWorkloads } from './choices';
import { onInterruption } from './interruption';
import { measure } from './measure';
import type { RunOptions } from './options';
import { createRun } from './run';

/**
 * Runs an experiment from the first check to the report.
 *
 * @returns the exit code: 0 only for a complete and valid run, 3 for a complete one that a gate made invalid
 * @throws Failure, in a sentence, when there is nothing to report
 */
export async function runExperiment(experiment: Experiment, options: RunOptions): Promise<number> {
  const workloads = chosenWorkloads(experiment, options.operations);
  const settings = chosenSettings(experiment, options);
  const file = options.json === undefined ? undefined : await claimResultsFile(options.json);
  const progress = createProgress(process.stderr);
  const interruption = onInterruption();
  const { signal } = interruption;
  const run = createRun();

  try {
    progress.step(options.addresses ? 'Looking at both stacks' : 'Starting both stacks');
    const stacks = await openStacks(options, run.id, signal);
    void stacks.died.then(interruption.fail);
    try {
      progress.step('Comparing their answers');
      const compared = await proveEquivalence(stacks, run.id);
      const what = { experiment, options, workloads, settings, run };
      const measurement = await measure(stacks, { ...what, signal, progress });
      const results = toResults({ ...what, compared, measurement });
      progress.end();
      console.log(textReport(results));
      await file?.write(results);
      if (file) console.log(pc.dim(`Everything, raw histograms included, is in ${options.json}.`));
      return exitCodeOf(results);
    } finally {
      progress.step('Stopping');
      await stacks.close();
    }
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    progress.end();
    interruption.release();
    await file?.release();
  }
}

/** Measured to the end, but not under conditions in which the figures count: neither success nor a breakdown. */
const INVALID = 3;

function exitCodeOf({ valid, outcome }: Results): number {
  if (valid) return 0;
  if (outcome === 'interrupted') return 130;
  return outcome === 'complete' ? INVALID : 1;
}
