import { writeFile } from 'node:fs/promises';
import { StartError } from '@jobly/contracts';
import { messageOf } from './message-of';
import type { Verdict } from './run-suite';

export const conforms = (verdicts: Verdict[]) => verdicts.every(({ failures }) => failures.length === 0);

/** One line: the result, and what to do next. */
export function summarize(verdicts: Verdict[]): string {
  const failing = verdicts.filter(({ failures }) => failures.length > 0);
  const [first] = failing.flatMap(({ failures }) => failures);
  if (first) {
    const counts = failing.map(
      ({ name, failures, passed }) => `${failures.length} of ${failures.length + passed} on ${name}`,
    );
    return `Failed: ${counts.join(', ')}. To see one alone, run again with -t ${quoted(literally(first.test))}`;
  }
  const counts = verdicts.map(({ name, passed, skipped, seconds }) => {
    return `${name} (${passed} passed${skipped ? `, ${skipped} skipped` : ''}, ${seconds} s)`;
  });
  return `Conforms: ${counts.join(', ')}. To measure the architectures against each other: npm run compare`;
}

/** `{"conforms": boolean, "targets": [{name, url, seconds, passed, skipped, failures: [{test, message}]}]}` */
export async function writeReport(file: string, verdicts: Verdict[]): Promise<void> {
  const report = JSON.stringify({ conforms: conforms(verdicts), targets: verdicts }, null, 2);
  await writeFile(file, `${report}\n`).catch((error: unknown) => {
    throw new StartError(`Cannot write the report: ${messageOf(error)}`);
  });
}

/** Jest reads a regular expression where people paste a name. */
const literally = (name: string) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const quoted = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`;
