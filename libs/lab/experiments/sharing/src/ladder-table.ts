import {
  cellInWords,
  type Figures,
  type FindingRow,
  intervalInWords,
  signed,
  type Table,
  threeDigits,
} from '@jobly/lab/results';
import { BOUNDS } from './bounds';
import { COUNTS } from './counts';
import { type Price, pricesIn } from './prices';
import { usualOf } from './ways';

/** What each way changes in each operation. Undefined for a run that found no price. */
export function ladderTable(figures: Figures): Table | undefined {
  const prices = pricesIn(figures);
  if (prices.length === 0) return undefined;
  return {
    name: 'ladder',
    title: 'What each way changes, beside asking the owner each time',
    note: 'Requests one at a time. CPU is that of all processes of the stack and of its database; calls are those from process to process, and bytes those of calls and statements; → is from asking the owner to the way; requests/s are those that one CPU serves for everything, beside asking the owner and beside the monolith that asks. Nearly every read finds its answer in the cache, because few companies are asked for very often; of λ reads of one company a second, where answers are believed for T seconds, a share of λT ÷ (1 + λT) would.',
    head: [
      ...['way', 'operation', 'time', 'CPU', 'calls, statements, bytes', 'requests/s'],
      ...['of the monolith’s requests/s', 'a change is not seen for at most'],
    ],
    rows: prices.map((price) => [
      price.way.name,
      price.operation,
      difference(price.time, ' ms'),
      difference(price.cpu, ' µs'),
      countsOf(figures, price),
      times(price.served),
      times(price.ofMonolith),
      BOUNDS[price.way.sharing],
    ]),
    keys: prices.map(({ way, operation }) => `${way.name}, ${operation}`),
  };
}

const UNKNOWN = '–';

/** "−0.61 (−0.70 to −0.52) ms", with "≈" if the interval includes nothing. CPU ms for 1,000 requests are µs for one. */
function difference(row: FindingRow | undefined, unit: string): string {
  if (!row) return UNKNOWN;
  const { interval, detectable } = row;
  return `${detectable ? '' : '≈ '}${signed(interval.estimate)} (${intervalInWords(interval)})${unit}`;
}

/** "0.52× (0.49 to 0.55)" */
const times = (row: FindingRow | undefined) =>
  row ? `${threeDigits(row.interval.estimate)}× (${intervalInWords(row.interval)})` : UNKNOWN;

/** "1 → 0, 2 → 1, 900 → 0": asking the owner, and in this way; from the table of counts. */
function countsOf({ tables }: Figures, { way, operation }: Price): string {
  const counts = tables.find(({ name }) => name === COUNTS);
  const rowOf = (name: string) => counts?.rows[counts.keys?.indexOf(`${name}, ${operation}`) ?? -1];
  const asking = usualOf(way.topology);
  const [usual, own] = [rowOf(asking.name), rowOf(way.name)];
  if (!usual || !own) return UNKNOWN;
  const changes = (column: number) => [usual, ...(way === asking ? [] : [own])].map((row) => cellInWords(row[column]!));
  return [2, 3, 4].map((column) => changes(column).join(' → ')).join(', ');
}
