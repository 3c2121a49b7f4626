import { Failure } from '@jobly/lab/instrument';
import { keepBaseline, usualDirectory } from '@jobly/lab/report';
import { resultsFileAt } from '@jobly/lab/results';
import { everythingOf } from '@jobly/lab/runner';
import { Command } from 'commander';
import { experiments } from '../experiments';
import { runAndPublish } from '../run-and-publish';
import { SEEDED_ADMIN } from './seeded-admin';
import { readRun } from './stored-run';

/** `baseline`: replaces the committed results, their pictures, and the figures in the documents. */
export function baselineCommand(): Command {
  return new Command('baseline')
    .description('Makes the committed results in docs/baseline and the figures in the documents anew')
    .argument(
      '[results...]',
      'runs to be kept, as directories; if none is given, every experiment is run in full, one after the other',
    )
    .option('--quick', 'quick runs, where they are run', false)
    .action(async (given: string[], { quick }: { quick: boolean }) => {
      const directories = given.length > 0 ? given : await runAll(quick);
      const files = await Promise.all(directories.map(resultsFileAt));
      await keepBaseline(await Promise.all(files.map(readRun)));
      console.log(
        'Kept in docs/baseline; the marked figures in the documents are new. Look at the difference, and commit.',
      );
    });
}

async function runAll(quick: boolean): Promise<string[]> {
  const directories: string[] = [];
  for (const experiment of experiments.filter(({ inBaseline = true }) => inBaseline)) {
    const out = usualDirectory(experiment.name, new Date());
    const flags = everythingOf(experiment);
    const code = await runAndPublish(experiment, { quick, flags, seed: 1, json: false, out, admin: SEEDED_ADMIN });
    if (code !== 0) throw new Failure(`The baseline is as it was: ${experiment.name} did not give a valid run.`);
    directories.push(out);
  }
  return directories;
}
