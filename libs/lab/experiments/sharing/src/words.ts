import { asSentence, type Figures, type FindingRow, intervalInWords, threeDigits } from '@jobly/lab/results';
import { CACHE_TTL_S } from './bounds';
import { pricesIn } from './prices';
import { lagInWords, longestIn } from './staleness-table';

/**
 * "Beside asking the owner each time, GET /jobs/:id changes like this: micro: cached 0.61 ms (0.52 to 0.70) less, …" for
 * the first operation, and how old what `cached` shows has been. Undefined for a run that found no price.
 */
export function pricesInWords(figures: Figures): string | undefined {
  const prices = pricesIn(figures);
  const [first] = prices;
  if (!first) return undefined;
  const told = prices
    .filter(({ operation }) => operation === first.operation)
    .map(({ way, time, cpu }) => `${way.name} ${changed(time, 'ms', 'time')}, ${changed(cpu, 'µs', 'CPU time')}`);
  return [
    asSentence(`beside asking the owner each time, ${first.operation} changes like this: ${told.join('; ')}`),
    ...longestOfCached(figures),
  ].join(' ');
}

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
