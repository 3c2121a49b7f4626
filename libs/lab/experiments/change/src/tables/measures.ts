import { count } from '@jobly/lab/results';
import type { Finding } from '../finding';
import type { Item } from '../touched/item';

/** A column of what is touched: in each topology the size of a list. */
export interface Measure {
  readonly title: string;
  of(finding: Finding): readonly Item[];
  /** The size of the list. */
  inWords(items: readonly Item[]): string;
}

const number = (items: readonly Item[]) => count(items.length);

/** Lines are counted, not the places that they are in. */
const lines = (items: readonly Item[]) => {
  const sumOf = (of: 'added' | 'removed') => count(items.reduce((sum, item) => sum + (item[of] ?? 0), 0));
  return `+${sumOf('added')} −${sumOf('removed')}`;
};

export const measures: readonly Measure[] = [
  { title: 'files', of: ({ touched }) => touched.files, inWords: number },
  { title: 'lines', of: ({ touched }) => touched.lines, inWords: lines },
  { title: 'projects', of: ({ touched }) => touched.projects, inWords: number },
  { title: 'deployables', of: ({ deployables }) => deployables, inWords: number },
  { title: 'databases', of: ({ touched }) => touched.databases, inWords: number },
  { title: 'migrations', of: ({ touched }) => touched.migrations, inWords: number },
  { title: 'test files', of: ({ touched }) => touched.testFiles, inWords: number },
  { title: 'test lines', of: ({ touched }) => touched.testLines, inWords: lines },
];

export const linesInWords = lines;
