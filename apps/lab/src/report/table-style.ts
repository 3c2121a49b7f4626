import Table from 'cli-table3';
import pc from 'picocolors';

/** A table without lines between rows; colours come from picocolors alone, which knows when there should be none. */
export function tableOf(heads: string[], rows: string[][], rightAlignedFrom = heads.length): string {
  const table = new Table({
    chars: { 'left-mid': '', mid: '', 'mid-mid': '', 'right-mid': '' },
    style: { head: [], border: [] },
    head: heads.map((head) => pc.bold(head)),
    colAligns: heads.map((_, column) => (column < rightAlignedFrom ? 'left' : 'right')),
  });
  table.push(...rows);
  return table.toString();
}
