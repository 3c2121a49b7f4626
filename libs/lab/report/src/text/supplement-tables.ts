import { cellInWords, type Results, type Table, threeDigits } from '@jobly/lab/results';
import pc from 'picocolors';
import { prose } from './prose';
import { tableOf } from './table-style';

/** An experiment's findings beside its blocks, each with its title and a note. */
export const supplementTables = ({ conclusion, tables, tradeoffs }: Results): string[] => [
  ...[...conclusion.tables, ...tables].filter(({ folded }) => !folded).map(supplementTable),
  ...tradeoffs.map(({ title, note, x, y, points }) => {
    const heads = ['', `${x.name}, ${x.unit}`, `${y.name}, ${y.unit}`];
    const rows = points.map((point) => [point.name, threeDigits(point.x), withRange(point)]);
    return titled(title, note, tableOf(heads, rows, 1));
  }),
];

/** A table with its title and its note. */
export const supplementTable = ({ title, note, head, rows }: Table): string =>
  titled(
    title,
    note,
    tableOf(
      head,
      rows.map((row) => row.map(cellInWords)),
    ),
  );

const titled = (title: string, note: string, table: string) => `${pc.bold(title)}\n${table}\n${pc.dim(prose(note))}`;

/** "1,203 (1,100 to 1,306)" */
const withRange = ({ y, interval }: Results['tradeoffs'][number]['points'][number]) =>
  interval ? `${threeDigits(y)} (${threeDigits(interval.low)} to ${threeDigits(interval.high)})` : threeDigits(y);
