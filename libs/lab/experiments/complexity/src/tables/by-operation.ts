import type { Table } from '@jobly/lab/results';
import type { Recording } from '../recording/stacks';
import type { Column } from './column';
import { ALL } from './names';

interface Layout extends Pick<Table, 'name' | 'title' | 'note'> {
  readonly columns: readonly Column[];
  /** What the last row has of all operations. */
  readonly last: string;
}

/** A row for each operation and one for all of them, with a group of columns for each topology. */
export function byOperation(recordings: readonly Recording[], { columns, last, ...table }: Layout): Table {
  const [first] = recordings;
  const groups = recordings.flatMap(({ topology, operations }) =>
    columns.map(({ head, each, all }, index) => ({
      head: index === 0 ? `${topology}: ${head}` : head,
      cells: [...operations.map(each), all(operations)],
    })),
  );
  const operations = first?.operations ?? [];
  const titles = [...operations.map(({ title }) => title), last];
  return {
    ...table,
    head: ['operation', ...groups.map(({ head }) => head)],
    rows: titles.map((title, row) => [title, ...groups.map(({ cells }) => cells[row] ?? '')]),
    keys: [...operations.map(({ operation }) => operation), ALL],
  };
}
