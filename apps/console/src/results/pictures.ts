import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { notFound } from '@jobly/contracts';
import { picturesOf } from '@jobly/lab/report';
import type { Picture } from '../../api/experiments';
import type { StoredRun } from './find-runs';
import { readRun } from './read-run';

/**
 * The pictures of a run: those that the baseline has as files, because only complete results can draw all of them, and
 * those of other runs as they would be drawn.
 */
export async function picturesIn({ id, kept, directory }: StoredRun): Promise<Picture[]> {
  const names = kept === undefined ? await drawnFrom(directory) : await filesIn(directory);
  return names.map((name) => ({ name, url: `pictures/${id}/${name}.svg` }));
}

/** @throws Problem if it has none of that name */
export async function pictureOf(run: StoredRun, name: string): Promise<string> {
  const { kept, directory } = run;
  if (kept !== undefined && (await filesIn(directory)).includes(name)) {
    return readFile(join(directory, `${name}.svg`), 'utf8');
  }
  const picture = kept === undefined && picturesOf(await readRun(directory)).find((one) => one.name === name);
  if (!picture) throw notFound(`The run has no picture ${name}.`);
  return picture.svg;
}

const drawnFrom = async (directory: string) => picturesOf(await readRun(directory)).map(({ name }) => name);

async function filesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.svg'));
  return files.map(({ name }) => name.slice(0, -'.svg'.length)).toSorted();
}
