import { asSentence, type Figures, type FindingRow, intervalInWords, threeDigits } from '@jobly/lab/results';
import { CACHE_TTL_S } from './bounds';
import { adviceFrom } from './advice';
import { type Price, pricesIn } from './prices';
import { lagInWords, longestIn } from './staleness-table';

/**
 * "Beside asking the owner each time, GET /jobs/:id changes like this: micro: cached 0.61 ms (0.52 to 0.70) less, …" for
 * the first operation, what one CPU serves of the monolith's requests/s, how old what `cached` shows has been, and which
 * way to take. Undefined for a run that found no price.
 */
export function pricesInWords(figures: Figures): string | undefined {
  const prices = pricesIn(figures);
  const told = [...changesIn(prices), ...servedIn(prices), ...longestOfCached(figures), ...adviceFrom(figures, prices)];
  return told.length === 0 ? undefined : told.join(' ');
}

function changesIn(prices: readonly Price[]): string[] {
  const [first] = prices.filter(({ time, cpu }) => time && cpu);
  if (!first) return [];
  const told = prices
    .filter(({ operation }) => operation === first.operation)
    .flatMap(({ way, time, cpu }) =>
      time && cpu ? [`${way.name} ${changed(time, 'ms', 'time')}, ${changed(cpu, 'µs', 'CPU time')}`] : [],
    );
  return [asSentence(`beside asking the owner each time, ${first.operation} changes like this: ${told.join('; ')}`)];
}

/** "… this share of the monolith’s requests/s: of GET /jobs/:id, 0.38 (0.36 to 0.40) with call and …; of a mix …" */
function servedIn(prices: readonly Price[]): string[] {
  const split = prices.filter(({ way, ofMonolith }) => way.topology === 'micro' && ofMonolith);
  const told = [...Map.groupBy(split, ({ operation }) => operation)].map(([operation, ways]) => {
    const shares = ways.map(
      ({ way, ofMonolith }) =>
        `${threeDigits(ofMonolith!.interval.estimate)} (${intervalInWords(ofMonolith!.interval)}) with ${way.sharing}`,
    );
    return `of ${operation}, ${listed(shares)}`;
  });
  if (told.length === 0) return [];
  return [
    asSentence(`on one CPU, the microservices serve this share of the monolith’s requests/s: ${told.join('; ')}`),
  ];
}

const listed = (parts: readonly string[]) => new Intl.ListFormat('en-GB').format(parts);

/** "56.0 µs (48.0 to 64.0) CPU time less". */
function changed({ interval, detectable }: FindingRow, unit: string, what: 'time' | 'CPU time'): string {
  const { estimate, low, high } = interval;
  if (!detectable) return `no detectable difference in ${what}`;
  const isLess = estimate < 0;
  const ends = isLess ? { low: -high, high: -low } : { low, high };
  const amount = `${threeDigits(Math.abs(estimate))} ${unit} (${intervalInWords(ends)})`;
  return [amount, ...(what === 'time' ? [] : [what]), isLess ? 'less' : 'more'].join(' ');
}

/** "Where answers were believed for 5 s, a change was seen after up to 4.90 s." */
function longestOfCached(figures: Figures): string[] {
  return longestIn(figures)
    .filter(({ way }) => way.sharing === 'cached')
    .map(({ longest }) => {
      const where = `Where answers were believed for ${CACHE_TTL_S} s,`;
      if (longest === 0) return `${where} every change was seen at once.`;
      if (longest === Infinity) return `${where} some changes were not seen within twice that time.`;
      return `${where} a change was seen after up to ${lagInWords(longest)}.`;
    });
}
