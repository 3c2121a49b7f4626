import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '@jobly/lab/instrument';
import { RESULTS } from '@jobly/lab/report';
import { readResults, type Results } from '@jobly/lab/results';

/** Ten times as much as the largest run so far. */
const MOST_BYTES = 64 * 1024 * 1024;

const OLDER = 'This older run was stored without its conclusion; npm run lab -- report draws it.';

/**
 * The results in a directory.
 * @throws Failure if they cannot be read, are something else, or are too large to be shown here
 */
export async function readRun(directory: string): Promise<Results> {
  const file = join(directory, RESULTS);
  const { size } = await stat(file);
  if (size > MOST_BYTES) {
    throw new Failure(`${file} is too large to be shown here (${Math.round(size / 2 ** 20)} MiB).`);
  }
  return readResults(file, () => ({ verdict: OLDER, tables: [] }));
}
