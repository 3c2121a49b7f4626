import type { Table } from '@jobly/lab/results';
import type { Storage } from './storage';

/** The copies that `replica` keeps, beside the originals; no other way stores anything. */
export function storageTable(found: readonly Storage[]): Table {
  const each = ({ rows, bytes }: Storage['copies']) => (rows === 0 ? '–' : String(Math.round(bytes / rows)));
  return {
    name: 'storage',
    title: 'What replica stores',
    note: 'Rows and bytes of a row, without indexes, as PostgreSQL stores them: in the owner’s table, and in the copies that another service keeps. The other ways store nothing.',
    head: ['what', 'rows', 'bytes of a row', 'copies', 'bytes of a copy'],
    rows: found.map(({ what, original, copies }) => [
      ...[what, String(original.rows), each(original)],
      ...[String(copies.rows), each(copies)],
    ]),
    keys: found.map(({ what }) => what),
  };
}
