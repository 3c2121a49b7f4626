import type { Results, Table } from '../results';
import { armsTable } from './arms';
import { cellsBetween } from './cells';
import { comparisonsBetween } from './comparisons';
import { machinesTable } from './machines';

/** What two runs say of each other: none for one run, or for more than two. */
export function tablesBetween(runs: readonly Results[]): Table[] {
  const [first, next, ...others] = runs;
  if (!first || !next || others.length > 0) return [];
  const compared = comparisonsBetween(first, next) ?? cellsBetween(first, next);
  return [compared, armsTable(first, next), machinesTable(first, next)].filter((table) => table !== undefined);
}
