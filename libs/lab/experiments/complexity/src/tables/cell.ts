import type { Table } from '@jobly/lab/results';

/** The text of a cell, by the key of its row. It is a bug of the experiment if there is none. */
export function cellAt({ title, keys = [], rows }: Table, key: string, column: number): string {
  const found = rows[keys.indexOf(key)]?.[column];
  if (typeof found !== 'string') throw new Error(`The table "${title}" has no text at ${key}, ${column}.`);
  return found;
}

export const listed = (items: readonly string[]) => new Intl.ListFormat('en-GB').format(items);
