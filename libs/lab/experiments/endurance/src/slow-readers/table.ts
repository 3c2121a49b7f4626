import { type Interval, ratioOf } from '@jobly/lab/instrument';
import { count, failuresIn, intervalInWords, roundedMs, type Table, threeDigits } from '@jobly/lab/results';
import { kindsIn, kindsInWords } from '../kinds';
import type { StackName } from '../stack-name';
import { judged } from '../targets';
import type { Attack } from './attacks';
import type { Block } from './observe-slow-readers';

/** The table's name, by which the conclusion finds it. */
export const SLOW_READERS = 'slow readers';

/** The judgement where requests failed that did not fail without slow readers. */
export const FAILED = 'missed, requests failed';

/** The others' p99 may be so many times that without slow readers. */
export const MOST_TIMES = 2;

/** One row for each stack and attack. */
export function slowReadersTable(observed: readonly (readonly [StackName, readonly Block[]])[], seed: number): Table {
  const rows = observed.flatMap(([stack, blocks]) => {
    const attacks = new Set(blocks.flatMap(({ attack }) => attack ?? []));
    return [...attacks].map((attack) => [stack, attack.name, ...cellsOf(blocks, attack, seed)]);
  });
  return {
    name: SLOW_READERS,
    title: 'What others notice of slow readers',
    note: `GET /jobs/:id in an open loop, while slow readers ask for a list of companies of a megabyte, once or 16 times at once, and read 10 kB/s of it; and, in turn with these blocks, while there are none. A block begins when every slow reader has the beginning of its answer, and the stack is at rest: until then it fills the system’s buffers, which is work like any other. The slow readers come from an address of their own. The ratio of p99 is over rounds, with its 95 % interval; the target is at most ${MOST_TIMES}. Memory is that of all processes but the database’s.`,
    head: ['stack', 'beside', 'p99 without', 'p99 with', 'ratio', 'failed without', 'failed with', 'memory', 'target'],
    rows,
    keys: rows.map(([stack, attack]) => `${stack}: ${attack}`),
  };
}

function cellsOf(blocks: readonly Block[], attack: Attack, seed: number): string[] {
  const mine = blocks.filter((block) => block.attack === attack);
  const without = blocks.filter((block) => block.attack === undefined);
  const pairs = mine.map(({ round, p99 }) => {
    const { p99: base } = without.find((block) => block.round === round)!;
    return { base, other: p99, launch: 1 };
  });
  const ratio = ratioOf(pairs, { seed });
  const [failedWithout, failed] = [without, mine].map((some) => kindsIn(some.map((block) => block.failed)));
  return [
    roundedMs(middleOf(without, 'p99')),
    roundedMs(middleOf(mine, 'p99')),
    inWords(ratio),
    kindsInWords(failedWithout!),
    kindsInWords(failed!),
    `${count(middleOf(without, 'memoryMiB'))} → ${count(middleOf(mine, 'memoryMiB'))} MiB`,
    // A block of each in every round, so the numbers can be compared.
    failuresIn(failed!) > failuresIn(failedWithout!) ? FAILED : judged(ratio, { most: MOST_TIMES }),
  ];
}

const middleOf = (blocks: readonly Block[], of: 'p99' | 'memoryMiB') =>
  blocks.map((block) => block[of]).toSorted((one, other) => one - other)[Math.floor(blocks.length / 2)]!;

const inWords = (ratio: Interval) => `${times(ratio.estimate)} (${intervalInWords(ratio, times)})`;

/** A few rounds that differ much leave an interval without end. */
const times = (ratio: number) => (ratio > 999 || Number.isNaN(ratio) ? 'any' : threeDigits(ratio));
