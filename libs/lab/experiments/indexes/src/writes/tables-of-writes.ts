import { type Interval, meanInterval, slopeInterval } from '@jobly/lab/instrument';
import { count, percentage, type Table, threeDigits } from '@jobly/lab/results';
import { microseconds, withInterval } from '../words';
import { addedByIndex, breakEven, type Mix } from './break-even';
import { amounts, WRITTEN_ROWS } from './tables';
import { kinds, type Writes } from './time';

export const WRITES = 'writes';
export const BREAK_EVEN = 'break-even';
export const MIXES = 'mixes';

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What one index adds to an INSERT (µs), as the difference of the two tables in each round. */
export function costOfAnIndex(writes: readonly Writes[], seed: number): Interval {
  const [without, withOne] = [0, 1].map((indexes) => writes.filter((one) => one.indexes === indexes));
  return meanInterval(
    withOne!.map(({ us }, round) => us[0]! - without![round]!.us[0]!),
    { seed },
  );
}

const usOf = (writes: readonly Writes[], indexes: number, kind: number, seed: number): Interval =>
  meanInterval(
    writes.filter((one) => one.indexes === indexes).map(({ us }) => us[kind]!),
    { seed },
  );

export const writesTable = (writes: readonly Writes[], seed: number): Table => ({
  name: WRITES,
  title: 'What indexes cost writes',
  note: `Time of one row in the server, and what it adds to the write-ahead log (median), in tables of ${count(WRITTEN_ROWS)} rows with no, one, three and six B-trees; rows are found by their place, so that no look-up is in it, and commits are not either. With 95 % intervals over rounds. An update that changes no indexed column, and finds room on the page, leaves all indexes alone (HOT); one that changes one adds to every index. A delete touches none: VACUUM pays for it later.`,
  head: ['write', ...amounts.map((amount) => `${amount} indexes`), 'for each index', 'log of 0 and of 6 indexes'],
  rows: kinds.map((kind, at) => [
    kind === 'UPDATE of no indexed column' ? `${kind} (${percentage(meanOf(writes.map(({ hot }) => hot)))} HOT)` : kind,
    ...amounts.map((amount) => withInterval(usOf(writes, amount, at, seed))),
    withInterval(slopeInterval(writes.map(({ indexes, us }) => ({ x: indexes, y: us[at]! })))),
    `${count(walOf(writes, 0, at))} and ${count(walOf(writes, 6, at))} bytes`,
  ]),
  keys: [...kinds],
});

/** A page's first change after a checkpoint logs all of it, which a mean would not forget. */
function walOf(writes: readonly Writes[], indexes: number, kind: number): number {
  const ascending = writes
    .filter((one) => one.indexes === indexes)
    .map(({ walBytes }) => walBytes[kind]!)
    .sort((one, other) => one - other);
  return ascending[Math.floor(ascending.length / 2)]!;
}

/** What a scan takes and what the index leaves of it, at some number of rows (µs). */
export interface Gain {
  rows: number;
  scan: number;
  index: number;
}

export const breakEvenTable = (gains: readonly Gain[], cost: Interval): Table => ({
  name: BREAK_EVEN,
  title: 'From how many reads on an index pays',
  note: `Computed: an index pays from as many reads for each write as it costs an INSERT (${withInterval(cost)}, measured at ${count(WRITTEN_ROWS)} rows) ÷ what it saves a look-up by name. The range is that of the interval of the cost.`,
  head: ['rows', 'scan', 'B-tree', 'reads for each write', 'writes for each read'],
  rows: gains.map(({ rows, scan, index }) => {
    const ratio = (us: number) => breakEven(us, scan - index);
    return [
      count(rows),
      microseconds(scan),
      microseconds(index),
      `${ratio(cost.estimate).toPrecision(2)} (${ratio(Math.max(0, cost.low)).toPrecision(2)} to ${ratio(cost.high).toPrecision(2)})`,
      threeDigits(1 / ratio(cost.estimate)),
    ];
  }),
  keys: gains.map(({ rows }) => String(rows)),
});

export const mixesTable = (mixes: readonly Mix[], seed: number): Table => ({
  name: MIXES,
  title: 'Reads and writes, mixed',
  note: `Measured at ${count(WRITTEN_ROWS)} rows: INSERTs with look-ups by name evenly among them, at a quarter of the computed ratio, at it, and at four times it; time of one write with its share of reads. With 95 % intervals over rounds, of the difference over pairs.`,
  head: ['reads for each write', 'of the computed', 'without index', 'with', 'difference', 'the index'],
  rows: mixes.map((mix) => [
    mix.ratio.toPrecision(2),
    `${mix.multiple} ×`,
    withInterval(meanInterval(mix.without, { seed })),
    withInterval(meanInterval(mix.with, { seed })),
    withInterval(addedByIndex(mix, seed)),
    judged(addedByIndex(mix, seed)),
  ]),
  keys: mixes.map(({ multiple }) => String(multiple)),
});

function judged({ low, high }: Interval): string {
  if (low > 0) return 'costs more';
  return high < 0 ? 'pays' : 'no detectable difference';
}
