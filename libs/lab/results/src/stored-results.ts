import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure, messageOf } from '@jobly/lab/instrument';
import { type Conclude, type Results, results as schema } from './results';
import { fromVersion2, verdictOfVersion2 } from './version-2';

/**
 * The file itself, or the results.json in a directory.
 * @throws Failure if there is nothing
 */
export async function resultsFileAt(path: string): Promise<string> {
  const found = await stat(path).catch((error: unknown) => {
    throw new Failure(`There are no results at ${path}: ${messageOf(error)}.`);
  });
  return found.isDirectory() ? join(path, 'results.json') : path;
}

/**
 * Reads the results that a run has written, in this version of the format or the previous one.
 * @param conclude draws the conclusion of an older run, which did not write it down
 * @throws Failure if the file cannot be read, or is something else
 */
export async function readResults(file: string, conclude: Conclude): Promise<Results> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Failure(`The results at ${file} cannot be read: ${messageOf(error)}.`);
  });
  if (text === '') throw new Failure(`${file} is empty: the run that was to write it was killed before its end.`);
  const written = jsonOf(text);
  const upgraded = fromVersion2(written);
  const parsed = schema.safeParse(upgraded);
  if (parsed.success) {
    const { data } = parsed;
    if (upgraded === written) return data;
    const missing = data.blocks.length === 0 ? ({ missing: true } as const) : {};
    return { ...data, conclusion: { verdict: verdictOfVersion2(data, conclude), tables: [], ...missing } };
  }
  const { path, message } = parsed.error.issues[0]!;
  const where = path.length > 0 ? `${path.join('.')}: ` : '';
  throw new Failure(`${file} is not a results file that this lab can read (${where}${message}).`);
}

/** Undefined for anything that is not JSON; the schema then rejects it. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
