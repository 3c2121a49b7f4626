import { type Interval, meanInterval } from '@jobly/lab/instrument';
import { cellInWords, count, percentage, type Table, threeDigits } from '@jobly/lab/results';
import { type Indexed, keyOf, type Question, type Way, ways } from '../people/ways';
import { SCAN_DOMINATES } from '../plan';
import { kept, withInterval } from '../words';
import { exponentOf } from './exponent';
import type { Times } from './time';
import type { Size, Tree } from './trees';
import type { Visit } from './visits';

/** The tables' names, by which the conclusion finds them. */
export const LOOK_UPS = 'look-ups';
export const TREES = 'trees';

/** What each look-up visits, by its way and the number of rows. */
export type Visits = ReadonlyMap<string, ReadonlyMap<number, Visit>>;

/** A scan should double with the rows, a B-tree hardly notice them. */
const TARGETS: Partial<Record<Indexed, readonly [least: number, most: number]>> = {
  none: [0.9, 1.1],
  btree: [-Infinity, 0.15],
  unique: [-Infinity, 0.15],
  covering: [-Infinity, 0.15],
};

export function lookUpTable(times: Times, seed: number): Table {
  const sizes = [...times.values().next().value!.keys()];
  return {
    name: LOOK_UPS,
    title: 'What a look-up takes',
    note: `Time in the server: prepared plans run one after the other inside of it, each for someone else, because a round trip to it takes longer than an index does. Everything is in memory, PostgreSQL’s or the system’s; no parallel workers, no JIT. The exponent b is that of time = a · rows^b, by least squares in logarithms, from ${count(SCAN_DOMINATES)} rows on: below, beginning a statement takes longer than reading the rows, and PostgreSQL does so even if there is an index. With 95 % intervals over ${roundsIn(times)} rounds. Targets: 1.0 ± 0.1 for a scan, at most 0.15 for a B-tree.`,
    head: ['looked up by', 'index', 'exponent', 'target', ...sizes.map((rows) => `${count(rows)} rows`)],
    rows: ways.map((way) => {
      const exponent = exponentFor(times, way, seed);
      const target = TARGETS[way.indexed];
      return [
        way.question,
        way.name,
        withInterval(exponent, '').replace('  ', ' '),
        target ? kept(exponent, ...target) : '–',
        ...sizes.map((rows) => withInterval(timeOf(times, way, rows, seed))),
      ];
    }),
    keys: ways.map(keyOf),
  };
}

export const exponentFor = (times: Times, way: Pick<Way, 'question' | 'indexed'>, seed: number): Interval =>
  exponentOf(times.get(keyOf(way))!, SCAN_DOMINATES, seed);

export const timeOf = (times: Times, way: Pick<Way, 'question' | 'indexed'>, rows: number, seed: number): Interval =>
  meanInterval(times.get(keyOf(way))!.get(rows)!, { seed });

const roundsIn = (times: Times) => times.values().next().value!.values().next().value!.length;

export function visitsTable(visits: Visits): Table {
  const sizes = [...visits.values().next().value!.keys()];
  return {
    name: 'visits',
    title: 'What a look-up visits',
    note: 'Rows and pages of 8 KiB, from EXPLAIN (ANALYZE, BUFFERS) of one look-up by the plan that is timed. Rows include those that are looked at and rejected; pages include those of the index. Descents count how often an index is searched from its root: an index in the wrong order, if it is used at all, is searched once for every value of its first column.',
    head: ['looked up by', 'index', 'plan at most rows', 'descents', ...sizes.map((rows) => `${count(rows)} rows`)],
    rows: ways.map((way) => {
      const mine = visits.get(keyOf(way))!;
      const last = mine.get(sizes.at(-1)!)!;
      return [
        way.question,
        way.name,
        last.node,
        last.searches === 0 ? '–' : count(last.searches),
        ...sizes.map((rows) => `${count(mine.get(rows)!.rows)} rows, ${count(mine.get(rows)!.pages)} pages`),
      ];
    }),
    keys: ways.map(keyOf),
  };
}

export function treeTable(trees: readonly Tree[], visits: Visits): Table {
  const btree: { question: Question; indexed: Indexed } = { question: 'name', indexed: 'btree' };
  return {
    name: TREES,
    title: 'How deep the tree is',
    note: 'Of the B-tree of names. The depth counts pages from the root to a leaf (pageinspect), the fan-out is the entries of a leaf (pgstattuple): each page of the tree divides what is left by its fan-out, where comparing names one by one would halve it. A look-up reads one page of the table more than the tree is deep.',
    head: ['rows', 'log₂ rows', 'fan-out', 'log to the fan-out', 'depth', 'pages of a look-up'],
    rows: trees.map(({ rows, depth, fanOut }) => [
      count(rows),
      threeDigits(Math.log2(rows)),
      count(fanOut),
      threeDigits(Math.log(rows) / Math.log(fanOut)),
      String(depth),
      count(visits.get(keyOf(btree))!.get(rows)!.pages),
    ]),
    keys: trees.map(({ rows }) => String(rows)),
  };
}

export const sizeTable = (sizes: readonly Size[], rows: number): Table => ({
  name: 'sizes',
  title: 'What an index takes on disk',
  note: `At ${count(rows)} rows, just built; B-trees that grow by inserts are less full.`,
  head: ['index', 'size', 'of the table'],
  rows: sizes.map(({ indexed, tableBytes, indexBytes }) => [
    ways.find((way) => way.indexed === indexed)!.name,
    cellInWords({ value: indexBytes / 2 ** 20, unit: 'MiB' }),
    percentage(indexBytes / tableBytes),
  ]),
  keys: sizes.map(({ indexed }) => indexed),
});
