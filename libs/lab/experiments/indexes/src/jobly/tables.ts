import { type Interval, meanInterval } from '@jobly/lab/instrument';
import { count, intervalInWords, type Table, threeDigits } from '@jobly/lab/results';
import type { DataSize } from '@jobly/lab/system-under-test';
import type { Read } from './scans';
import type { Suffering } from './without';
import { type StackName } from './databases';
import type { JoblyIndex } from './hidden';

/** The tables' names at the most rows; where there are fewer, their number follows. */
export const READS = 'reads';
export const OWN_INDEXES = 'own-indexes';

/** An index of a stack, with the operations that use it. */
export interface Examined {
  stack: StackName;
  index: JoblyIndex;
  suffering: Suffering[];
}

export const readsTable = (reads: readonly Read[], { jobs, users, companies }: DataSize, name: string): Table => ({
  name,
  title: `What Jobly’s operations read with ${count(jobs)} jobs`,
  note: `The statements of each operation as both stacks send them, and the plans by which PostgreSQL executes them (auto_explain); of all nodes that of the most rows, in three requests. ${count(jobs)} jobs and applications, ${count(users)} users, ${count(companies)} companies. An index is missing where a node looks at more than 5 % of a table and keeps less than 2 % of that. GET /users is left out: it returns all users, and so reads them.`,
  head: ['operation', 'stack', 'plan', 'rows visited', 'returned', 'statement', 'an index is'],
  rows: reads.map(({ operation, stack, node, rows, returned, ms, isScan }) => [
    operation,
    stack,
    node,
    count(rows),
    count(returned),
    rows === 0 ? '–' : `${threeDigits(ms)} ms`,
    isScan ? 'missing' : 'not missing',
  ]),
  keys: reads.map(({ operation, stack }) => `${stack}: ${operation}`),
});

export const ownIndexesTable = (
  examined: readonly Examined[],
  { jobs }: DataSize,
  name: string,
  seed: number,
): Table => ({
  name,
  title: `Jobly without one of its indexes, with ${count(jobs)} jobs`,
  note: 'Each index is hidden from the planner in turn (an invalid index is maintained, and not used), and every operation whose plans use it is requested with it and without: the time of its statements in PostgreSQL, without planning, as a ratio with its 95 % interval over rounds. An index that no plan uses may still keep a rule: that names are unique, for instance.',
  head: ['index', 'stack', 'operation', 'with', 'without', 'ratio'],
  rows: examined.flatMap(({ stack, index, suffering }) =>
    suffering.length === 0
      ? [[index.name, stack, 'none uses it', '–', '–', '–']]
      : suffering.map((one) => [index.name, stack, one.operation, ...cellsOf(one, seed)]),
  ),
  keys: examined.flatMap(({ stack, index, suffering }) =>
    suffering.length === 0
      ? [`${stack}: ${index.name}`]
      : suffering.map(({ operation }) => `${stack}: ${index.name}: ${operation}`),
  ),
});

/** Bounds this far apart say nothing. */
const MOST = 1_000;

function cellsOf(one: Suffering, seed: number): string[] {
  const ms = (values: readonly number[]) => `${threeDigits(meanInterval(values, { seed }).estimate)} ms`;
  if (one.without.length < one.with.length) return [ms(one.with), 'refused', '–'];
  const ratio = ratioOf(one, seed);
  if (ratio.high > MOST * ratio.low) return [ms(one.with), ms(one.without), 'rounds differ too much to say'];
  return [ms(one.with), ms(one.without), `${threeDigits(ratio.estimate)} × (${intervalInWords(ratio)})`];
}

/** How many times as long the statements take without the index: the geometric mean over rounds. */
export function ratioOf(one: Suffering, seed: number): Interval {
  const logs = one.without.map((ms, round) => Math.log(ms / one.with[round]!));
  const { estimate, low, high } = meanInterval(logs, { seed });
  return { estimate: Math.exp(estimate), low: Math.exp(low), high: Math.exp(high) };
}
