import type { Results } from '@jobly/lab/results';
import pc from 'picocolors';
import { tableOf } from './table-style';

/** The conditions the run had to meet. */
export function gateTable({ gates }: Results): string {
  const rows = gates.map(({ name, figure, limit, passed }) => [
    name,
    figure,
    limit,
    passed ? pc.green('ok') : pc.red('FAILED'),
  ]);
  return tableOf(['gate', 'figure', 'allowed', ''], rows);
}
