import { join } from 'node:path';
import { createProgress } from '@jobly/lab/instrument';
import {
  claimResultsDirectory,
  PAGE,
  RESULTS,
  type ResultsDirectory,
  textReport,
  usualDirectory,
} from '@jobly/lab/report';
import type { Results } from '@jobly/lab/results';
import {
  chosenFor,
  createRun,
  type Experiment,
  onInterruption,
  runExperiment,
  type RunOptions,
} from '@jobly/lab/runner';
import { announceMeasurement, findNginx } from '@jobly/lab/system-under-test';
import pc from 'picocolors';
import { exitCodeOf } from './exit-codes';

/**
 * Runs an experiment from the first check to the report.
 *
 * @returns the exit code: 0 only for a complete and valid run, 3 for a complete one that a gate made invalid
 * @throws Failure, in a sentence, when there is nothing to report
 */
export async function runAndPublish(experiment: Experiment, options: RunOptions): Promise<number> {
  const chosen = chosenFor(experiment, options);
  const interruption = onInterruption();
  const { signal } = interruption;
  const run = createRun(needsNginx(experiment) ? await findNginx(signal, options.nginx) : undefined);
  const directory = await claimResultsDirectory(options.out ?? usualDirectory(experiment.name, run.startedAt));
  const withdraw = announceMeasurement(experiment.name);
  const progress = createProgress(process.stderr);

  try {
    const results = await runExperiment({ ...chosen, options, run, signal, progress }, interruption.fail);
    progress.end();
    await publish(results, directory, options);
    return exitCodeOf(results);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    progress.end();
    interruption.release();
    directory.release();
    withdraw();
  }
}

const needsNginx = (experiment: Experiment) => experiment.stacks !== 'none' && experiment.nginx;

/** To the terminal first: the disk may be full by now. */
async function publish(results: Results, directory: ResultsDirectory, { json }: RunOptions): Promise<void> {
  const say = json ? console.error : console.log;
  say(textReport(results));
  if (json) console.log(JSON.stringify(results));
  await directory.write(results);
  say(pc.dim(`Everything, raw histograms included: ${join(directory.path, RESULTS)}`));
  say(`With pictures: ${join(directory.path, PAGE)}`);
}
