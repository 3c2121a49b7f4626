import type { Results, Table } from '../results';
import { inTimes, machineFactor } from './machines';

type Summary = Results['summaries'][number];

const FIGURES: readonly { name: string; of: (summary: Summary) => number | null }[] = [
  { name: 'response p50', of: ({ response }) => response.p50 },
  { name: 'CPU per request', of: ({ cpuMsPerThousand }) => cpuMsPerThousand },
];

/**
 * How every arm's own figures changed from one run to the next, how much of that is the machine, and what is left.
 * Undefined for runs without a common arm.
 */
export function armsTable(first: Results, next: Results): Table | undefined {
  const machine = machineFactor(first, next);
  const rows = next.arms.flatMap(({ name: arm }) =>
    FIGURES.flatMap(({ name, of }) => {
      const changes = changesOf(first, next, arm, of);
      if (changes.length === 0) return [];
      const change = Math.exp(changes.reduce((sum, one) => sum + Math.log(one), 0) / changes.length);
      const rest = machine === undefined ? '–' : inTimes(change / machine);
      return [[arm, name, inTimes(change), machine === undefined ? '–' : inTimes(machine), rest]];
    }),
  );
  if (rows.length === 0) return undefined;
  return {
    title: 'What changed, and how much of it is the machine',
    note: 'The geometric mean over all operations of both runs. What the machine does not explain is the program, its settings, or a machine whose parts have not changed alike.',
    head: ['arm', 'figure', 'run 2 ÷ run 1', 'the machine', 'the rest'],
    rows,
  };
}

function changesOf(first: Results, next: Results, arm: string, of: (summary: Summary) => number | null): number[] {
  const before = new Map(first.summaries.filter((one) => one.arm === arm).map((one) => [one.workload, of(one)]));
  return next.summaries.flatMap((one) => {
    const [was, is] = [before.get(one.workload) ?? null, of(one)];
    return one.arm !== arm || was === null || is === null ? [] : [is / was];
  });
}
