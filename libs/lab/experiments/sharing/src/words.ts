import {
  asSentence,
  cellInWords,
  type Figures,
  type FindingRow,
  intervalInWords,
  threeDigits,
} from '@jobly/lab/results';
import { pricesIn } from './prices';
import { STALENESS } from './staleness-table';

/**
 * "GET /jobs/:id takes 0.61 ms (0.52 to 0.70) less with micro: cached …", for the first operation, and the advice that
 * follows. Undefined for a run that found no price.
 */
export function pricesInWords(figures: Figures): string | undefined {
  const prices = pricesIn(figures);
  const [first] = prices;
  if (!first) return undefined;
  const told = prices
    .filter(({ operation }) => operation === first.operation)
    .map(({ way, time, cpu }) => `with ${way.name} ${changed(time, 'ms')} and ${changed(cpu, 'µs of CPU time')}`);
  return [
    asSentence(`beside asking the owner each time, ${first.operation} takes ${told.join(', ')}`),
    ...longestIn(figures),
    'Start by asking the owner each time; cache its answers in the microservices where reads dominate and may be some seconds old; join only in a monolith that will stay one.',
  ].join(' ');
}

function changed({ interval, detectable }: FindingRow, unit: string): string {
  const { estimate, low, high } = interval;
  if (!detectable) return `no detectable difference in ${unit}`;
  const isLess = estimate < 0;
  const ends = isLess ? { low: -high, high: -low } : { low, high };
  return `${threeDigits(Math.abs(estimate))} ${unit} (${intervalInWords(ends)}) ${isLess ? 'less' : 'more'}`;
}

/** "A change is seen after up to 4.9 s where answers are believed for 5 s." */
function longestIn({ tables }: Figures): string[] {
  const table = tables.find(({ name }) => name === STALENESS);
  const row = table?.rows[table.keys?.indexOf('micro: cached') ?? -1];
  return row
    ? [`A change was seen after up to ${cellInWords(row[2]!)} where answers were believed for ${cellInWords(row[3]!)}.`]
    : [];
}
