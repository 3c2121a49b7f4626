import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure, messageOf } from '@jobly/lab/instrument';
import type { Results } from '@jobly/lab/results';
import { picturesOf } from '../html';
import { filled } from './marked';
import { viewOf } from './views';

/** The directory of the committed baseline, and the documents that quote it. */
const HOME = 'docs/baseline';
const DOCUMENTS = ['README.md', 'docs/figures.md', 'docs/measuring.md', 'docs/authentication.md'];

/**
 * Keeps runs as the baseline: their results without the raw histograms, which would bloat the repository, their charts,
 * and the figures in the documents. Experiments that were not run again stay as they are.
 * @throws Failure for a run that does not count
 */
export async function keepBaseline(runs: readonly Results[]): Promise<void> {
  const invalid = runs.find(({ valid }) => !valid);
  if (invalid) throw new Failure(`The run of ${invalid.experiment} is invalid; a baseline is made of valid ones.`);
  for (const results of runs) await keepRun(results);
  const byExperiment = new Map(runs.map((results) => [results.experiment, results]));
  for (const document of DOCUMENTS) {
    const before = await readFile(document, 'utf8').catch((error: unknown) => {
      throw new Failure(`${document} cannot be read: ${messageOf(error)}. Run this at the root of the repository.`);
    });
    const after = filled(before, (experiment, view) => {
      const results = byExperiment.get(experiment);
      return results && viewOf(results, view);
    });
    if (after !== before) await writeFile(document, after);
  }
}

async function keepRun(results: Results): Promise<void> {
  const directory = join(HOME, results.experiment);
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'results.json'), `${JSON.stringify({ ...results, blocks: [] }, null, 1)}\n`);
  for (const { name, svg } of picturesOf(results)) await writeFile(join(directory, `${name}.svg`), svg);
}
