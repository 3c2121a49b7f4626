import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure, messageOf } from '../failure';
import { type Results, results as schema } from './results';

/** The file itself, or the results.json in a directory. @throws Failure if there is nothing */
export async function resultsFileAt(path: string): Promise<string> {
  const found = await stat(path).catch((error: unknown) => {
    throw new Failure(`There are no results at ${path}: ${messageOf(error)}.`);
  });
  return found.isDirectory() ? join(path, 'results.json') : path;
}

/** What a run has written down. @throws Failure if it cannot be read, or is something else */
export async function readResults(file: string): Promise<Results> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Failure(`The results at ${file} cannot be read: ${messageOf(error)}.`);
  });
  if (text === '') throw new Failure(`${file} is empty: the run that was to write it was killed before its end.`);
  const parsed = schema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  const where = path.length > 0 ? `${path.join('.')}: ` : '';
  throw new Failure(`${file} is not a results file that this lab can read (${where}${message}).`);
}

/** Undefined for what is no JSON, which the schema then refuses. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
