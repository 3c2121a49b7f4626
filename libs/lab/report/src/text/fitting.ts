import { stripVTControlCharacters } from 'node:util';
import { WIDTH } from './prose';

/** Two blanks within each cell of a table, and a line on either side. */
const PADDING = 2;
const LINE = 1;

/**
 * The rows of a table, the first one its heads, with cells in several lines where it would be too wide for a terminal.
 * Heads give way before other cells, wide columns before narrow ones, and no word is broken.
 */
export function fitting(rows: readonly (readonly string[])[]): string[][] {
  const [heads = [], ...body] = rows;
  const columns = heads.map((head, column) => ({
    head: widthOf(head),
    headWord: longestWord(head),
    body: Math.max(0, ...body.map((row) => widthOf(row[column] ?? ''))),
    bodyWord: Math.max(0, ...body.map((row) => longestWord(row[column] ?? ''))),
  }));
  const widths = columns.map((column) => Math.max(column.head, column.body));
  narrow(
    widths,
    columns.map((column) => Math.max(column.headWord, column.body)),
  );
  narrow(
    widths,
    columns.map((column) => Math.max(column.headWord, column.bodyWord)),
  );
  return rows.map((row) => row.map((cell, column) => inLines(cell, widths[column]!)));
}

/** Takes from the widest column, character by character, until the table fits or nothing can be taken any more. */
function narrow(widths: number[], least: readonly number[]): void {
  const total = () => widths.reduce((sum, width) => sum + width + PADDING + LINE, LINE);
  while (total() > WIDTH) {
    const room = widths.map((width, column) => (width > least[column]! ? width : 0));
    const widest = Math.max(...room);
    if (widest === 0) return;
    widths[room.indexOf(widest)]!--;
  }
}

const widthOf = (cell: string) => stripVTControlCharacters(cell).length;

const indentOf = (cell: string) => /^ */.exec(stripVTControlCharacters(cell))![0];

/** What stays together: words, and an interval in its brackets. */
const wordsIn = (cell: string): string[] => cell.match(/(?:\([^()]*\)|\S)+/g) ?? [''];

/** With the indentation, which every line of a cell has. */
const longestWord = (cell: string) => indentOf(cell).length + Math.max(...wordsIn(cell).map(widthOf));

function inLines(cell: string, width: number): string {
  if (widthOf(cell) <= width) return cell;
  const indent = indentOf(cell);
  const lines = [''];
  for (const word of wordsIn(cell)) {
    const longer = `${lines.at(-1)!} ${word}`.trimStart();
    if (widthOf(longer) + indent.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines
    .filter((line) => line !== '')
    .map((line) => `${indent}${line}`)
    .join('\n');
}
