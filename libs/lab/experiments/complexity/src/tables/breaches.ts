import { breachesIn, type System } from '@jobly/architecture';
import type { Table } from '@jobly/lab/results';
import { undeclaredIn, unseenIn } from '../recording/seen';
import type { Recording } from '../recording/stacks';
import { BREACHES, UNSEEN } from './names';

/** What goes past the interfaces, or was not seen there, if there is anything. */
export function breachTables(system: System, recordings: readonly Recording[]): Table[] {
  const compared = recordings.map(({ topology, edges }) => ({
    declared: system.topologies.find(({ name }) => name === topology)?.edges ?? [],
    seen: edges,
  }));
  const past = [...breachesIn(system), ...compared.flatMap(({ declared, seen }) => undeclaredIn(declared, seen))];
  const unseen = compared.flatMap(({ declared, seen }) => unseenIn(declared, seen));
  const rows = [...past, ...unseen].map(({ what, place }) => [what, place]);
  const keys = [...past.map(() => 'past'), ...unseen.map(() => UNSEEN)];
  const note =
    'What goes past the interfaces is in none of the figures above, which therefore say too little; a call that was never seen is in them.';
  const head = ['what', 'where'];
  return rows.length === 0 ? [] : [{ name: BREACHES, title: 'Past the interfaces', note, head, rows, keys }];
}
