import { asSentence, type Figures } from '@jobly/lab/results';
import { TIMES } from './tables';

/** What works on average over all faults of each stack. */
export function conclude({ tables }: Pick<Figures, 'tables'>): { verdict: string } {
  const rows = tables.find(({ name }) => name === TIMES)?.rows.map((row) => row.map(String)) ?? [];
  const stacks = Map.groupBy(rows, ([fault]) => fault!.split(':')[0]!);
  const told = Array.from(stacks, ([stack, faults]) => {
    const shares = faults.map(([, works]) => parseInt(works!, 10));
    const mean = Math.round(shares.reduce((sum, share) => sum + share, 0) / shares.length);
    return `at ${stack}, ${mean} % of all requests work while one of its parts fails (${Math.min(...shares)} to ${Math.max(...shares)} % by fault, ${faults.length} faults)`;
  });
  return { verdict: asSentence(told.join('; ') || 'nothing was observed') };
}
