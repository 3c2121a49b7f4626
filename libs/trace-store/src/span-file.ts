import { appendFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredSpan } from './stored-span';

/** Then the file is set aside, in place of the one before: two of them hold about 200,000 spans (bytes). */
const LONGEST = 64 * 1024 * 1024;

const fileIn = (directory: string) => join(directory, 'traces.jsonl');

/** The files of spans in a stack's directory, the older one first; either may be missing. */
export const traceFiles = (directory: string): string[] => [`${fileIn(directory)}.1`, fileIn(directory)];

/** Appends spans as lines, for the owner's eyes only: paths tell who did what. */
export function spanFileIn(directory: string, longest = LONGEST) {
  const file = fileIn(directory);
  return async (spans: StoredSpan[]): Promise<void> => {
    const { size } = await stat(file).catch(() => ({ size: 0 }));
    if (size > longest) await rename(file, `${file}.1`);
    await appendFile(file, spans.map((span) => `${JSON.stringify(span)}\n`).join(''), { mode: 0o600 });
  };
}
