import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '@jobly/lab/instrument';
import { type Results, results as schema } from '@jobly/lab/results';
import { picturesOf, picturesOfBlocks } from '../html';
import { RESULTS } from '../results-directory';

/**
 * The files that a baseline keeps of a run, by name: its results without the raw histograms, which would bloat the
 * repository, and its pictures. For results stored without blocks, the pictures that only blocks can draw are those of
 * the same run in the directory.
 * @throws Failure if these are of another run, or not there
 */
export async function filesOf(results: Results, directory: string): Promise<Map<string, string>> {
  const drawn = picturesOf(results).map(({ name, svg }) => [`${name}.svg`, svg] as const);
  const carried = results.blocks.length === 0 ? await carriedOver(results, directory) : [];
  return new Map([[RESULTS, `${JSON.stringify({ ...results, blocks: [] }, null, 1)}\n`], ...drawn, ...carried]);
}

async function carriedOver(results: Results, directory: string): Promise<(readonly [string, string])[]> {
  const isSame = (await startOfRunIn(directory)) === results.startedAt;
  return Promise.all(
    picturesOfBlocks(results).map(async (picture) => {
      const name = `${picture}.svg`;
      const svg = isSame ? await readFile(join(directory, name), 'utf8').catch(() => undefined) : undefined;
      if (svg === undefined) throw new Failure(withoutBlocks(results, name));
      return [name, svg] as const;
    }),
  );
}

/** Undefined where no run is kept. */
async function startOfRunIn(directory: string): Promise<string | undefined> {
  const text = await readFile(join(directory, RESULTS), 'utf8').catch(() => 'null');
  return kept.safeParse(JSON.parse(text)).data?.startedAt;
}

const kept = schema.pick({ startedAt: true });

const withoutBlocks = ({ experiment, startedAt }: Results, name: string) =>
  `The results of ${experiment} from ${startedAt} are stored without their blocks, and only these can draw ${name}; give the directory that the run itself has written.`;
