import { cellInWords } from '../reading/numbers';
import type { Results, Table } from '../results';
import { inTimes } from './machines';

/** More are not read. */
const MOST_ROWS = 60;

type Cell = Table['rows'][number][number];

/**
 * The cells that differ between the tables that both runs have, side by side. Undefined for runs without a common
 * table.
 */
export function cellsBetween(first: Results, next: Results): Table | undefined {
  const pairs = tablesOf(next).flatMap((table) => {
    const before = tablesOf(first).find(({ title, head }) => title === table.title && isSame(head, table.head));
    return before ? [{ before, table }] : [];
  });
  if (pairs.length === 0) return undefined;
  const cells = pairs.flatMap(({ before, table }) => cellsOf(before, table));
  const changed = cells.filter(({ was, is }) => cellInWords(was) !== cellInWords(is));
  const more = changed.length > MOST_ROWS ? ` The first ${MOST_ROWS} are shown; the pages of the runs have all.` : '';
  return {
    title: 'What differs in their tables',
    note: `${changed.length} of ${cells.length} figures and words that both runs have.${more} Without intervals, a difference may be chance.`,
    head: ['table', 'row', 'column', 'run 1', 'run 2', 'run 2 ÷ run 1'],
    rows: changed
      .slice(0, MOST_ROWS)
      .map(({ table, row, column, was, is }) => [
        table,
        row,
        column,
        cellInWords(was),
        cellInWords(is),
        ratio(was, is),
      ]),
  };
}

const tablesOf = ({ conclusion, tables }: Results) => [...conclusion.tables, ...tables];

const isSame = (one: readonly string[], other: readonly string[]) => one.join('\n') === other.join('\n');

/** The cells of rows that have the same name in both, and only once. */
function cellsOf(before: Table, { title, head, rows }: Table) {
  const named = (all: Table['rows'], name: Cell) => all.filter(([first]) => cellInWords(first!) === cellInWords(name));
  return rows.flatMap((row) => {
    const [was, ...others] = named(before.rows, row[0]!);
    if (!was || others.length > 0 || named(rows, row[0]!).length > 1) return [];
    const cells = row.map((is, column) => ({ is, was: was[column]!, column: head[column]! })).slice(1);
    return cells.map((cell) => ({ ...cell, table: title, row: cellInWords(row[0]!) }));
  });
}

function ratio(was: Cell, is: Cell): string {
  const [before, after] = [amountOf(was), amountOf(is)];
  if (!before || !after || before.unit !== after.unit || before.value === 0) return '';
  return inTimes(after.value / before.value);
}

/** What a cell counts or measures; undefined for words. */
function amountOf(cell: Cell) {
  if (typeof cell !== 'string') return cell;
  return /^\d[\d,]*(\.\d+)?$/.test(cell) ? { value: Number(cell.replaceAll(',', '')), unit: '' } : undefined;
}
