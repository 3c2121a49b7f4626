import type { Table } from '@jobly/lab/results';

/** The text of a cell, by the key of its row; "0" if there is none. */
export function cellAt({ keys = [], rows }: Table, key: string, column: number): string {
  const found = rows[keys.indexOf(key)]?.[column];
  return typeof found === 'string' ? found : '0';
}

export const listed = (items: readonly string[]) => new Intl.ListFormat('en-GB').format(items);
