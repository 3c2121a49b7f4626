import { structuredPatch } from 'diff';

/** Two texts as one: lines that only the first has (−), that only the second has (+), and all that both have. */
export function diffOf(before: string, after: string): string {
  const everything = { context: Number.MAX_SAFE_INTEGER };
  const { hunks } = structuredPatch('', '', `${before}\n`, `${after}\n`, undefined, undefined, everything);
  return ['```diff', ...hunks.flatMap(({ lines }) => lines), '```'].join('\n');
}
