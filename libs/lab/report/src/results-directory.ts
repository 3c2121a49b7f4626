import { rmdirSync, rmSync } from 'node:fs';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure, messageOf } from '@jobly/lab/instrument';
import { type Results, results as schema } from '@jobly/lab/results';
import { claimed } from './claim';
import { renderReport } from './html';

/** The default directory of results; git ignores it. */
const USUAL_PLACE = 'lab-results';

export const RESULTS = 'results.json';
export const PAGE = 'report.html';

export interface ResultsDirectory {
  path: string;
  write(results: Results): Promise<void>;
  /** Leaves the directory to others, and removes it if nothing was written; the end of the process does the same. */
  release(): void;
}

/** For instance `lab-results/2026-03-01T12-00-05-compare`: no colons, which some file systems reject. */
export const usualDirectory = (experiment: string, startedAt: Date) =>
  join(USUAL_PLACE, `${startedAt.toISOString().slice(0, 19).replaceAll(':', '-')}-${experiment}`);

/**
 * Ensures, before anything is measured, that the results can be kept, and that no other run writes there meanwhile.
 * @throws Failure if they cannot, or one does
 */
export async function claimResultsDirectory(path: string): Promise<ResultsDirectory> {
  const file = join(path, RESULTS);
  // Empty is what a run that was killed has left: as good as new.
  const isNew = await stat(file).then(
    ({ size }) => size === 0,
    () => true,
  );
  let letGo: () => void;
  try {
    await mkdir(path, { recursive: true });
    letGo = await claimed(path);
    await writeFile(file, '', { flag: 'a' });
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(
      `The results cannot be written to ${path}: ${messageOf(error)}. Name another directory with --out.`,
    );
  }
  let written = false;
  const release = () => {
    process.off('exit', release);
    letGo();
    if (isNew && !written) forget(path);
  };
  process.once('exit', release);
  return {
    path,
    async write(results) {
      const checked = schema.parse(results);
      try {
        await replace(file, `${JSON.stringify(checked, null, 1)}\n`);
        written = true;
        await writeFile(join(path, PAGE), renderReport([checked]));
      } catch (error) {
        throw new Failure(`The results could not be written to ${path}: ${messageOf(error)}.`);
      }
    },
    release,
  };
}

/** Older results stay as they are until the new ones are completely written. */
async function replace(file: string, text: string): Promise<void> {
  const half = `${file}.new`;
  try {
    await writeFile(half, text);
    await rename(half, file);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}

function forget(path: string): void {
  rmSync(join(path, RESULTS), { force: true });
  try {
    // Only an empty directory is removed, and only ours.
    rmdirSync(path);
  } catch {
    // Another program has put a file there.
  }
}
