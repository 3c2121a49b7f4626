import type { Figures } from '@jobly/lab/results';
import { ORPHANS, PRICE, WINDOWS } from './tables';

/** How often the deletion of a company was not what it seemed, and what it takes that it is. */
export function conclude({ tables }: Pick<Figures, 'tables'>): { verdict: string } {
  const rowsOf = (name: string) =>
    tables.find((table) => table.name === name)?.rows.map((row) => row.map(String)) ?? [];
  const told = rowsOf(PRICE).map(([stack, , deletions, mean]) => {
    const met = rowsOf(WINDOWS).filter(([of]) => of === stack);
    const [, , , outlived] = rowsOf(ORPHANS).find(([of]) => of === stack) ?? [];
    return `at ${stack}, ${metInWords(met, deletions!)}, ${outlived} of the jobs created meanwhile outlive their company, and a deletion takes ${mean}`;
  });
  return {
    verdict:
      told.length > 0 ? `Of a company whose deletion was answered: ${told.join('; ')}.` : 'Nothing was observed.',
  };
}

/** "nothing is met again after 200 of them" */
function metInWords(rows: readonly string[][], deletions: string): string {
  const met = rows.filter(([, , after]) => !after!.startsWith('0 '));
  if (met.length === 0) return `nothing is met again after ${deletions} of them`;
  return met.map(([, what, after, , longest]) => `${what} after ${after} deletions, for up to ${longest}`).join(', ');
}
