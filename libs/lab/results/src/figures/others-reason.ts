import { percentage } from '../reading/numbers';
import type { Figures, Table } from '../results';
import { MOST_OTHERS } from './machine-gates';

/** The column of a table with the share of all CPUs' time that went to others than the lab. */
const OTHERS = 'others';

/** What stands in that column. */
export const othersCell = (share: number | null): Table['rows'][number][number] =>
  share === null ? 'unknown' : { value: 100 * share, unit: '%' };

/** The mean of some shares; null where none is known. */
export function meanOthers(shares: readonly (number | null)[]): number | null {
  const known = shares.filter((share) => share !== null);
  return known.length === 0 ? null : known.reduce((sum, share) => sum + share, 0) / known.length;
}

/**
 * The reason that a study does not count, if others than the lab used more of the machine than may be: on average over
 * the rows of one of its tables; or if it is not known of any.
 */
export function othersReason({ tables }: Pick<Figures, 'tables'>, wanted: string): string[] {
  const table = tables.find(({ name }) => name === wanted);
  const column = table?.head.indexOf(OTHERS) ?? -1;
  const shares = table?.rows.flatMap((row) => (typeof row[column] === 'object' ? row[column].value / 100 : [])) ?? [];
  const mean = meanOthers(shares);
  if (mean === null) {
    return ['Nothing is known of what others than the lab used of this machine; run it on Linux, which tells.'];
  }
  if (mean <= MOST_OTHERS) return [];
  return [
    `Others than the lab used ${percentage(mean)} of this machine’s CPU time, and at most ${percentage(MOST_OTHERS)} may be theirs.`,
  ];
}
