import type { Graph } from '@jobly/lab/results';

/** The average width of a character of 12 px in the widest of the usual fonts, DejaVu Sans, bold or not. */
const CHARACTER = { bold: 7.8, plain: 7 };

export const LINE = 15;

export const titleOf = ({ name, tag }: Graph['boxes'][number]): string => [name, tag].join(' ').trim();

export function sizeOf(box: Graph['boxes'][number]): { width: number; height: number } {
  const widths = [titleOf(box).length * CHARACTER.bold, ...box.details.map((line) => line.length * CHARACTER.plain)];
  const ends = box.kind === 'database' ? 14 : 0;
  return { width: Math.max(...widths) + 16, height: LINE * (1 + box.details.length) + 12 + ends };
}

/** One label below the other. */
export const sizeOfLabels = (labels: readonly string[]): { width: number; height: number } => ({
  width: Math.max(0, ...labels.map((label) => label.length * CHARACTER.plain)),
  height: LINE * labels.length,
});
