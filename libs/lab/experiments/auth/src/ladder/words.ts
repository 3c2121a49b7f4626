import { asSentence, type Figures, intervalInWords, threeDigits } from '@jobly/lab/results';
import { pricesIn } from './prices';
import { changeMissingJob } from './probe';

/**
 * "Re-authenticating the caller adds this CPU time to a request: monolith: jwks 56.0 µs (48.1 to 63.9), …". Undefined
 * for a run that found no price.
 */
export function ladderInWords(figures: Figures): string | undefined {
  const prices = pricesIn(figures, changeMissingJob.name).filter(({ rung }) => rung.name === rung.mode.name);
  if (prices.length === 0) return undefined;
  const told = prices.map(({ rung, cpu: { row } }) => {
    const { interval, detectable } = row;
    const figure = detectable ? `${threeDigits(interval.estimate)} µs` : 'nothing detectable';
    return `${rung.name} ${figure} (${intervalInWords(interval)})`;
  });
  const cores = prices.flatMap(({ cpu: { row } }) => (row.detectable ? [row.interval.estimate / 1_000] : []));
  const added = asSentence(`re-authenticating the caller adds this CPU time to a request: ${told.join(', ')}`);
  if (cores.length < 2) return added;
  return `${added} At 1,000 requests/s that is ${Math.min(...cores).toFixed(2)} to ${Math.max(...cores).toFixed(2)} cores.`;
}
