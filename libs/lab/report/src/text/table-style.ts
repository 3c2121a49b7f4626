import Table from 'cli-table3';
import pc from 'picocolors';
import { fitting } from './fitting';

/** A row of cells, or a heading of its own over the rows that follow it. */
export type Row = string[] | { heading: string };

/** A table without lines between rows, as narrow as a terminal if words allow; picocolors decides about colours. */
export function tableOf(heads: string[], rows: readonly Row[], rightAlignedFrom = heads.length): string {
  const empty = heads.slice(1).map(() => '');
  const body = rows.map((row) => ('heading' in row ? [pc.bold(row.heading), ...empty] : row));
  const [head = [], ...cells] = fitting([heads.map((one) => pc.bold(one)), ...body]);
  const table = new Table({
    chars: { 'left-mid': '', mid: '', 'mid-mid': '', 'right-mid': '' },
    style: { head: [], border: [] },
    head,
    colAligns: heads.map((_, column) => (column < rightAlignedFrom ? 'left' : 'right')),
  });
  table.push(...cells);
  return table.toString();
}

/** Rows under a heading, which colours alone would not set apart; unchanged if there is none, and none without rows. */
export const underHeading = (heading: string | undefined, rows: readonly string[][]): Row[] =>
  heading === undefined || rows.length === 0
    ? [...rows]
    : [{ heading: `${heading}:` }, ...rows.map(([first, ...rest]) => [`  ${first}`, ...rest])];
