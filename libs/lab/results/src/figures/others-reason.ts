import { percentage } from '../reading/numbers';
import type { Figures } from '../results';
import { MOST_OTHERS } from './machine-gates';

/** The column of a table with the share of all CPUs' time that went to others than the lab, in %. */
const OTHERS = 'others';

/**
 * The reason that a study does not count, if others than the lab used more of the machine than may be: on average over
 * the rows of one of its tables.
 */
export function othersReason({ tables }: Pick<Figures, 'tables'>, wanted: string): string[] {
  const table = tables.find(({ name }) => name === wanted);
  const column = table?.head.indexOf(OTHERS) ?? -1;
  const shares = table?.rows.flatMap((row) => (typeof row[column] === 'object' ? row[column].value / 100 : [])) ?? [];
  const mean = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
  if (mean <= MOST_OTHERS) return [];
  return [
    `Others than the lab used ${percentage(mean)} of this machine’s CPU time, and at most ${percentage(MOST_OTHERS)} may be theirs.`,
  ];
}
