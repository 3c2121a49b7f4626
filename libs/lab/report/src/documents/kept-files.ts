import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Failure } from '@jobly/lab/instrument';
import { type Results, results as schema } from '@jobly/lab/results';
import { picturesOf, picturesOfBlocks } from '../html';
import { RESULTS } from '../results-directory';

/**
 * The files that a baseline keeps of a run, by name: its results with the raw histograms, from which anyone can compute
 * every figure again, and its pictures. Older baselines
 * were stored without blocks: the pictures that only blocks can draw are then those of the same run in the directory.
 * @throws Failure if these are of another run, or not there
 */
export async function filesOf(results: Results, directory: string): Promise<Map<string, string>> {
  const before = await readFile(join(directory, RESULTS), 'utf8').catch(() => 'null');
  const kept = schema.safeParse(JSON.parse(before)).data;
  // Results that are read again have fields that an older lab did not know; its file says what it knew.
  const text = isDeepStrictEqual(kept, results) ? before : `${JSON.stringify(results, null, 1)}\n`;
  const drawn = picturesOf(results).map(({ name, svg }) => [`${name}.svg`, svg] as const);
  const isSame = kept?.startedAt === results.startedAt;
  const carried = results.blocks.length === 0 ? await carriedOver(results, isSame ? directory : undefined) : [];
  return new Map([[RESULTS, text], ...drawn, ...carried]);
}

/** @param directory of the same run; undefined if another run is kept, or none */
const carriedOver = (results: Results, directory: string | undefined): Promise<(readonly [string, string])[]> =>
  Promise.all(
    picturesOfBlocks(results).map(async (picture) => {
      const name = `${picture}.svg`;
      const svg = directory && (await readFile(join(directory, name), 'utf8').catch(() => undefined));
      if (svg === undefined) throw new Failure(withoutBlocks(results, name));
      return [name, svg] as const;
    }),
  );

const withoutBlocks = ({ experiment, startedAt }: Results, name: string) =>
  `The results of ${experiment} from ${startedAt} are stored without their blocks, and only these can draw ${name}; give the directory that the run itself has written.`;
