import type { StoredSpan } from '@jobly/trace-store';
import { type Colours, colourOfProcess } from '../colours';
import { firstOf } from '../first-rows';
import { printable } from '../printable';
import { bar } from './bar';
import { type Row, endOf, rowsOf } from './tree';

/** The widths of the columns; 80 with the gaps between them. */
const WIDTH = { process: 9, name: 34, bar: 23, time: 8 };

/**
 * A trace as a waterfall: a row for each span, its bar where its time is between the first and the last; the first rows
 * of very many.
 * @param spans at least one.
 */
export function waterfall(spans: StoredSpan[], colours: Colours): string {
  const rows = rowsOf(spans);
  const begin = spans.reduce((first, { beginUs }) => Math.min(first, beginUs), Infinity);
  const end = spans.reduce((last, span) => Math.max(last, endOf(span)), 0);
  const of = colourOfProcess(colours);
  const text = ({ span, count, branches }: Row) => {
    const name = (count > 1 ? `${count} × ` : '') + (span.failure === undefined ? span.name : `✗ ${span.name}`);
    const columns = [
      of(span.process, fitted(span.process, WIDTH.process)),
      coloured(span, colours, fitted(branches + name, WIDTH.name)),
      of(span.process, bar(span.beginUs - begin, span.durationUs, end - begin, WIDTH.bar)),
      milliseconds(span.durationUs).padStart(WIDTH.time),
    ];
    return columns.join('  ');
  };
  const { shown, rest } = firstOf(rows);
  return [...headOf(rows[0]!.span, spans, end - begin).map(colours.dim), '', ...shown.map(text), ...rest].join('\n');
}

function headOf({ attributes, traceId, beginUs }: StoredSpan, spans: StoredSpan[], totalUs: number): string[] {
  const { size } = new Set(spans.map(({ process }) => process));
  const when = new Date(beginUs / 1_000).toISOString().replace('T', ' ').replace('Z', ' UTC');
  return [
    `request ${printable(String(attributes['jobly.request_id'] ?? 'unknown'))}`,
    `trace ${printable(traceId)}`,
    `${when}, ${milliseconds(totalUs)}, ${counted(spans.length, 'span')}, ${counted(size, 'process', 'processes')}`,
  ];
}

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

const coloured = ({ failure }: StoredSpan, { red }: Colours, text: string) =>
  failure === undefined ? text : red(text);

const milliseconds = (us: number) => `${(us / 1_000).toFixed(us < 100_000 ? 2 : 0)} ms`;

const fitted = (text: string, width: number) => {
  const characters = Array.from(printable(text));
  const cut = characters.length > width ? [...characters.slice(0, width - 1), '…'] : characters;
  return cut.join('').padEnd(width);
};
