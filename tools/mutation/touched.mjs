import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The mutant that Stryker has activated in this process. */
export const activeMutant = () => process.env['__STRYKER_ACTIVE_MUTANT__'];

/**
 * The file that lists the mutants each test file has touched when nothing was mutated. It is in the sandbox, for every
 * process that tests.
 */
const fileIn = (root) => join(root, 'touched-mutants.jsonl');

export const noteTouched = (root, path, mutants) =>
  appendFileSync(fileIn(root), `${JSON.stringify({ path, mutants })}\n`);

/** The test files that touch a mutant, the most specific first. */
export function filesThatTouch(root, mutant) {
  if (!existsSync(fileIn(root))) return [];
  const notes = readFileSync(fileIn(root), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return notes
    .filter(({ mutants }) => mutants.includes(mutant))
    .sort((one, other) => one.mutants.length - other.mutants.length)
    .map(({ path }) => path);
}
