import { structuredPatch } from 'diff';
import type { FileChange } from '../scratch/file-changes';
import type { Item } from './item';

/** A line that a change adds, with its number afterwards, or removes, with its number before. */
export interface ChangedLine {
  readonly kind: 'added' | 'removed';
  readonly line: number;
}

/** The changed lines of a file that count, place by place, as `git diff --unified=0` divides them. */
export function changedLines(
  { file, before, after }: FileChange,
  counts: (changed: ChangedLine) => boolean = () => true,
): Item[] {
  const { hunks } = structuredPatch(file, file, before, after, undefined, undefined, { context: 0 });
  return hunks.flatMap(({ oldStart, newStart, lines }) => {
    const removed = numbered(lines, '-', oldStart).filter((line) => counts({ kind: 'removed', line }));
    const added = numbered(lines, '+', newStart).filter((line) => counts({ kind: 'added', line }));
    if (added.length + removed.length === 0) return [];
    const place = `${file}:${added[0] ?? newStart}`;
    return [{ what: file, place, added: added.length, removed: removed.length }];
  });
}

const numbered = (lines: readonly string[], sign: string, start: number): number[] =>
  lines.filter((line) => line.startsWith(sign)).map((_, index) => start + index);
