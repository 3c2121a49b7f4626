import Table from 'cli-table3';
import pc from 'picocolors';

/** A row of cells, or a heading of its own over the rows that follow it. */
export type Row = string[] | { heading: string };

/** A table without lines between rows; picocolors decides whether there are colours. */
export function tableOf(heads: string[], rows: readonly Row[], rightAlignedFrom = heads.length): string {
  const table = new Table({
    chars: { 'left-mid': '', mid: '', 'mid-mid': '', 'right-mid': '' },
    style: { head: [], border: [] },
    head: heads.map((head) => pc.bold(head)),
    colAligns: heads.map((_, column) => (column < rightAlignedFrom ? 'left' : 'right')),
  });
  const empty = heads.slice(1).map(() => '');
  table.push(...rows.map((row) => ('heading' in row ? [pc.bold(row.heading), ...empty] : row)));
  return table.toString();
}

/** Rows under a heading, which colours alone would not set apart; unchanged if there is none, and none without rows. */
export const underHeading = (heading: string | undefined, rows: readonly string[][]): Row[] =>
  heading === undefined || rows.length === 0
    ? [...rows]
    : [{ heading: `${heading}:` }, ...rows.map(([first, ...rest]) => [`  ${first}`, ...rest])];
