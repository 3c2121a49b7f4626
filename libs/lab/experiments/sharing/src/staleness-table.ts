import { type Figures, type Table, threeDigits } from '@jobly/lab/results';
import { CACHE_TTL_S, OBSERVED_BOUNDS } from './bounds';
import type { Lags } from './staleness';
import { type Way, ways } from './ways';

const STALENESS = 'staleness';

const AT_ONCE = 'seen at once';
const NOT_SEEN = 'not seen';

/** How long changes were not seen, beside the bound of each way. */
export function stalenessTable(found: readonly Lags[]): Table {
  return {
    name: STALENESS,
    title: 'How long a change of a company is not seen in its jobs',
    note: `${found[0]?.lags.length ?? 0} changes in each way, while the old answer was of every age. From the answer to the change until GET /jobs/:id first showed the new value, which was asked for every 5 ms for half a second and every 100 ms after that; “${AT_ONCE}” if the first answer had it, and “${NOT_SEEN}” if none had it within twice the bound (${2 * CACHE_TTL_S} s where answers are never wrong). With answers that are believed for ${CACHE_TTL_S} s; as delivered it is 30 s (SHARING_CACHE_TTL).`,
    head: ['way', 'median', 'longest', 'bound'],
    rows: found.map(({ way, lags }) => [
      way.name,
      cellOf(lags[Math.floor(lags.length / 2)]!),
      cellOf(lags.at(-1)!),
      OBSERVED_BOUNDS[way.sharing],
    ]),
    keys: found.map(({ way }) => way.name),
  };
}

/** The longest time (ms) for which a change was not seen, way by way, as the table tells it. */
export function longestIn({ tables }: Pick<Figures, 'tables'>): { way: Way; longest: number }[] {
  const table = tables.find(({ name }) => name === STALENESS);
  return (table?.keys ?? []).flatMap((key, row) => {
    const way = ways.find(({ name }) => name === key);
    return way ? [{ way, longest: lagIn(table!.rows[row]![2]!) }] : [];
  });
}

/** A lag (ms) in words: "12.0 ms", "4.90 s". */
export function lagInWords(lag: number): string {
  if (lag === 0) return AT_ONCE;
  if (lag === Infinity) return NOT_SEEN;
  return lag < 1_000 ? `${threeDigits(lag)} ms` : `${threeDigits(lag / 1_000)} s`;
}

function cellOf(lag: number): Table['rows'][number][number] {
  if (lag === 0 || lag === Infinity) return lagInWords(lag);
  return lag < 1_000 ? { value: lag, unit: 'ms' } : { value: lag / 1_000, unit: 's' };
}

function lagIn(cell: Table['rows'][number][number]): number {
  if (typeof cell === 'string') return cell === AT_ONCE ? 0 : Infinity;
  return cell.unit === 's' ? cell.value * 1_000 : cell.value;
}
