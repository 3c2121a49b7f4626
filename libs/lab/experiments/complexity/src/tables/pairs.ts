import { servicesOf, structuralCouplingIn, type System } from '@jobly/architecture';
import { type Table, threeDigits } from '@jobly/lab/results';

/** How strongly the processes of each topology are coupled, two by two; no rows for a single process. */
export const pairsTable = ({ topologies }: System): Table => {
  const rows = topologies.flatMap((topology) =>
    structuralCouplingIn(servicesOf(topology))
      .toSorted((one, other) => other.coupling - one.coupling)
      .map(({ from, to, out, back, local, global, coupling }) => [
        ...[topology.name, from, to],
        ...[out, back].map(String),
        ...[local, global, coupling].map(threeDigits),
      ]),
  );
  return {
    name: 'pairs',
    title: 'The coupling of processes, two by two',
    note: 'Structural coupling (Panichella, Rahman, Taibi 2021), from 0 to 1: 1 − LWF × GWF ÷ all operations that one invokes of the other, there and back. LWF: the weight of this direction; GWF: of this pair beside the one with the most. A topology of one process has no pairs.',
    head: ['topology', 'process', 'invokes', 'operations', 'back', 'LWF', 'GWF', 'structural coupling'],
    rows,
    keys: rows.map(([topology, from, to]) => `${topology!} ${from!} ${to!}`),
  };
};
