import { type Figures, percentage, type Table, threeDigits } from '@jobly/lab/results';
import { CONDITIONS, CONDITIONS_HEADS } from './tables/conditions';

/** The 99th percentile of how late the generator may send (ms). */
const MOST_LATE_MS = 1;

/** Of all CPUs’ time. */
const MOST_OTHERS = 0.05;

/** Why what was measured does not count: requests that failed, a generator that was late, others on the machine. */
export function reasonsAgainst({ tables }: Pick<Figures, 'tables'>): string[] {
  const table = tables.find(({ name }) => name === CONDITIONS);
  if (!table) return ['Nothing was measured.'];
  const failed = valuesIn(table, CONDITIONS_HEADS.failed).reduce((sum, one) => sum + one, 0);
  const late = medianOf(valuesIn(table, CONDITIONS_HEADS.late));
  const others = meanOf(valuesIn(table, CONDITIONS_HEADS.others)) / 100;
  return [
    ...(failed > 0 ? [`${failed} requests failed: what was measured is not what the stacks do.`] : []),
    ...(late > MOST_LATE_MS
      ? [
          `The generator sent its requests up to ${threeDigits(late)} ms late in half of all blocks: it had too little CPU.`,
        ]
      : []),
    ...(others > MOST_OTHERS
      ? [
          `Other programs took ${percentage(others)} of the CPUs’ time, and ${percentage(MOST_OTHERS)} is allowed: end them, and run again.`,
        ]
      : []),
  ];
}

const valuesIn = ({ head, rows }: Table, column: string): number[] =>
  rows.flatMap((row) => {
    const cell = row[head.indexOf(column)]!;
    return typeof cell === 'string' ? [] : [cell.value];
  });

const meanOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);

const medianOf = (values: readonly number[]) => values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
