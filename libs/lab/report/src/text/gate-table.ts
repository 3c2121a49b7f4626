import type { Results } from '@jobly/lab/results';
import pc from 'picocolors';
import { tableOf } from './table-style';

/** The gates of the run. */
export function gateTable({ gates }: Results): string {
  const rows = gates.map(({ name, figure, limit, passed }) => [
    name,
    figure,
    limit,
    passed ? pc.green('passed') : pc.red('FAILED'),
  ]);
  return tableOf(['gate', 'found', 'allowed', ''], rows);
}
