import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { RESULTS } from '@jobly/lab/report';
import type { Workspace } from '../workspace';

/** A run that has written results. */
export interface StoredRun {
  /** Its place, as addresses name it: `kept/compare`, `here/2026-03-01T12-00-05-compare`, `here/…-lecture/cache`. */
  readonly id: string;
  /** The experiment's folder of the baseline; undefined for a run of this copy. */
  readonly kept: string | undefined;
  readonly directory: string;
}

/** More are not looked at: the directories begin with the date. */
const MOST_RUNS = 200;

/** All runs, those of this copy first, the latest first. What is not a directory or a file itself is passed over. */
export async function findRuns({ results, baseline }: Pick<Workspace, 'results' | 'baseline'>): Promise<StoredRun[]> {
  const [here, kept] = await Promise.all([runsBelow(results, 2), runsBelow(baseline, 1)]);
  const latest = here.toSorted().toReversed().slice(0, MOST_RUNS);
  return [
    ...latest.map((path) => ({ id: `here/${path}`, kept: undefined, directory: join(results, path) })),
    ...kept.map((path) => ({ id: `kept/${path}`, kept: path, directory: join(baseline, path) })),
  ];
}

/** The directories with results, as paths from this one; a lecture has its runs one level deeper. */
async function runsBelow(directory: string, levels: number): Promise<string[]> {
  if (levels === 0) return [];
  const folders = (await entriesOf(directory)).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const found = await Promise.all(
    folders.map(async (folder) => {
      const below = join(directory, folder);
      const isRun = (await entriesOf(below)).some((entry) => entry.name === RESULTS && entry.isFile());
      return isRun ? [folder] : (await runsBelow(below, levels - 1)).map((path) => `${folder}/${path}`);
    }),
  );
  return found.flat();
}

/** None where there is nothing yet. */
const entriesOf = (directory: string): Promise<Dirent[]> => readdir(directory, { withFileTypes: true }).catch(() => []);
