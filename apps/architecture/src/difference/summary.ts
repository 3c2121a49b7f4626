import type { System } from '@jobly/architecture';
import { count } from './markdown';
import { amountOf, sidesOf } from './sides';

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
  const amounts = (name: string) => [whole, split].map((topology) => count(amountOf(name, topology, system)));
  const changes = FIGURES.map(([name, what]) => `${amounts(name).join(' → ')} ${what}`);
  const [keys, transactions] = ['foreign keys', 'transactions'].map((name) => amounts(name).join(' → '));
  return `From ${whole.name} to ${split.name}: ${changes.join(', ')}; ${keys ?? ''} foreign keys and ${transactions ?? ''} deletions of several tables in one transaction. [docs/difference.md](docs/difference.md) shows each of them.`;
}
