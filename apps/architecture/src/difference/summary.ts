import type { System } from '@jobly/architecture';
import { amountsOf, sidesOf } from './sides';

const FIGURES: readonly (readonly [name: string, what: string])[] = [
  ['processes', 'processes'],
  ['databases', 'databases'],
  ['fallible calls', 'kinds of call from process to process'],
  ['variables', 'environment variables'],
  ['code lines', 'lines of code that the other does not need'],
];

/** What differs, in a sentence for the README. */
export function summaryOf(system: System): string {
  const { whole, split } = sidesOf(system);
  const changes = FIGURES.map(([name, what]) => `${amountsOf(name, system).join(' → ')} ${what}`);
  const [keys, transactions] = ['foreign keys', 'transactions'].map((name) => amountsOf(name, system).join(' → '));
  return `From ${whole.name} to ${split.name}: ${changes.join(', ')}; ${keys ?? ''} foreign keys and ${transactions ?? ''} deletions of several tables in one transaction. [docs/difference.md](docs/difference.md) shows each of them.`;
}
