import type { Results, Table } from '../results';
import { armsTable } from './arms';
import { comparisonsBetween } from './comparisons';
import { machinesTable } from './machines';

/** What two runs say of each other: none for one run, or for more than two. */
export function tablesBetween(runs: readonly Results[]): Table[] {
  const [first, next, ...others] = runs;
  if (!first || !next || others.length > 0) return [];
  return [comparisonsBetween, armsTable, machinesTable].flatMap((table) => table(first, next) ?? []);
}
