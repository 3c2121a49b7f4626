import { breachesIn, type System } from '@jobly/architecture';
import type { Table } from '@jobly/lab/results';
import { BREACHES } from './names';

/** What goes past the interfaces, if anything does. */
export function breachTables(system: System): Table[] {
  const rows = breachesIn(system).map(({ what, place }) => [what, place]);
  const note = 'These are in none of the figures above, which therefore say too little.';
  const head = ['what', 'where'];
  return rows.length === 0 ? [] : [{ name: BREACHES, title: 'Past the interfaces', note, head, rows }];
}
