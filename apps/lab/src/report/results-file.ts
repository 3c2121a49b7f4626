import { open, rm, stat, writeFile } from 'node:fs/promises';
import { Failure, messageOf } from '../failure';
import { type Results, results as schema } from './results';

export interface ResultsFile {
  write(results: Results): Promise<void>;
  /** Leaves nothing behind if nothing was written. */
  release(): Promise<void>;
}

/** Makes sure, before anything is measured, that the results can be kept. @throws Failure if not */
export async function claimResultsFile(path: string): Promise<ResultsFile> {
  const isNew = await stat(path).then(
    () => false,
    () => true,
  );
  try {
    await (await open(path, 'a')).close();
  } catch (error) {
    throw new Failure(`The results cannot be written to ${path}: ${messageOf(error)}.`);
  }
  let written = false;
  return {
    async write(results) {
      try {
        await writeFile(path, `${JSON.stringify(schema.parse(results), null, 1)}\n`);
        written = true;
      } catch (error) {
        throw new Failure(`The results could not be written to ${path}: ${messageOf(error)}.`);
      }
    },
    async release() {
      if (isNew && !written) await rm(path, { force: true });
    },
  };
}
