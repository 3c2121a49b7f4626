import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { Failure, messageOf } from '@jobly/lab/instrument';
import { type Results, stateOf } from '@jobly/lab/results';
import { filesOf } from './kept-files';
import { filled } from './marked';
import { HOME, viewOf } from './views';

/** The documents that quote it. */
export const DOCUMENTS = [
  'README.md',
  'docs/figures.md',
  'docs/measuring.md',
  'docs/authentication.md',
  'docs/data-sharing.md',
  'docs/sequences.md',
  'docs/change.md',
  'docs/deployments.md',
  'docs/faults.md',
  'docs/scaling/load.md',
  'docs/scaling/indexes.md',
  'docs/scaling/vertical.md',
  'docs/scaling/horizontal.md',
  'docs/scaling/elastic.md',
  'docs/scaling/network.md',
  'docs/scaling/what-if.md',
  'docs/lessons/re-authentication.md',
  'docs/lessons/complexity.md',
  'docs/lessons/sharing-data.md',
  'docs/lessons/faults.md',
  'docs/lessons/nines.md',
  'docs/lessons/load-balancing.md',
  'docs/lessons/caching.md',
  'docs/lessons/indexing.md',
  'docs/lessons/scale-up.md',
  'docs/lessons/scale-out.md',
  'docs/lessons/elastic.md',
  'docs/lessons/deployments.md',
];

/** The files of one run, by name. */
interface Kept {
  experiment: string;
  directory: string;
  files: ReadonlyMap<string, string>;
}

/**
 * Keeps runs as the baseline: their results, their pictures, and the figures in the documents. Experiments that were
 * not run again stay as they are. Nothing is changed before everything has been made.
 * @param root of the repository
 * @throws Failure for a run that does not count or cannot be kept whole
 */
export async function keepBaseline(runs: readonly Results[], root = '.'): Promise<void> {
  for (const results of runs) assertWorthKeeping(results, runs);
  const kept = await Promise.all(
    runs.map(async (results): Promise<Kept> => {
      const { experiment } = results;
      const directory = join(root, HOME, experiment);
      return { experiment, directory, files: await filesOf(results, directory) };
    }),
  );
  const documents = await Promise.all(DOCUMENTS.map((name) => documentOf(name, root, runs, kept)));
  try {
    for (const one of kept) await writeBeside(one);
    for (const { path, text } of documents) await writeFile(besideOf(path), text);
  } catch (error) {
    for (const path of [...kept.map(({ directory }) => directory), ...documents.map(({ path }) => path)]) {
      await rm(besideOf(path), { recursive: true, force: true });
    }
    throw new Failure(`The baseline is as it was, because it cannot be written: ${messageOf(error)}.`);
  }
  for (const { directory } of kept) await replace(directory);
  for (const { path } of documents) await rename(besideOf(path), path);
}

function assertWorthKeeping(results: Results, runs: readonly Results[]): void {
  const { experiment, valid, conclusion } = results;
  if (!valid) throw new Failure(`The run of ${experiment} is ${stateOf(results)}; a baseline is made of valid ones.`);
  if (conclusion.missing || conclusion.verdict.trim() === '') {
    throw new Failure(
      `The run of ${experiment} is stored without its verdict, which the documents quote; run it again.`,
    );
  }
  if (runs.filter((one) => one.experiment === experiment).length > 1) {
    throw new Failure(`There are several runs of ${experiment}; a baseline keeps one of each.`);
  }
}

/** A document with its new figures. */
async function documentOf(name: string, root: string, runs: readonly Results[], kept: readonly Kept[]) {
  const path = join(root, name);
  const before = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Failure(`${name} cannot be read: ${messageOf(error)}. Run this at the root of the repository.`);
  });
  const text = documentWith(before, runs, name);
  for (const { experiment, files } of kept) {
    for (const picture of shownIn(text, experiment)) {
      if (!files.has(picture)) throw new Failure(`${name} shows ${picture}, which the run of ${experiment} lacks.`);
    }
  }
  return { path, text };
}

/**
 * A document with the figures of these runs in its marked places; those of other experiments stay as they are.
 * @param name of the document, from the root of the repository
 */
export const documentWith = (document: string, runs: readonly Results[], name: string): string =>
  filled(document, (experiment, view) => {
    const results = runs.find((one) => one.experiment === experiment);
    return results && viewOf(results, view, posix.dirname(name));
  });

/** The pictures of an experiment that a document shows. */
const shownIn = (text: string, experiment: string) =>
  [...text.matchAll(/baseline\/([\w-]+)\/([\w.-]+\.svg)/g)].flatMap(([, of, file]) =>
    of === experiment ? [file!] : [],
  );

const besideOf = (path: string) => `${path}.new`;

async function writeBeside({ directory, files }: Kept): Promise<void> {
  const beside = besideOf(directory);
  await rm(beside, { recursive: true, force: true });
  await mkdir(beside, { recursive: true });
  for (const [name, text] of files) await writeFile(join(beside, name), text);
}

/** A directory cannot take the place of another in one step: until the second, the old one stands beside it. */
async function replace(directory: string): Promise<void> {
  const old = `${directory}.old`;
  await rm(old, { recursive: true, force: true });
  await rename(directory, old).catch(ignoreMissing);
  await rename(besideOf(directory), directory);
  await rm(old, { recursive: true, force: true });
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
