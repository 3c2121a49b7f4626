import type { System } from '@jobly/architecture';
import { count, type Table } from '@jobly/lab/results';
import { timesSeen } from '../recording/seen';
import type { Recording } from '../recording/stacks';
import { EDGES } from './names';

/** The calls between processes that the code declares, and how often each was seen; folded, as evidence. */
export function edgesTables({ topologies }: System, recordings: readonly Recording[]): Table[] {
  const rows = recordings.flatMap(({ topology, edges }) =>
    timesSeen(topologies.find(({ name }) => name === topology)?.edges ?? [], edges).map(({ edge, times }) => [
      ...[topology, `${edge.from} → ${edge.to}`, edge.operation, edge.place],
      count(times),
    ]),
  );
  const head = ['topology', 'processes', 'operation', 'declared', 'seen'];
  const title = 'The calls between processes, declared and seen';
  return rows.length === 0 ? [] : [{ name: EDGES, title, note: '', head, rows, folded: true }];
}
