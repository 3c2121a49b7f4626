import type { Results } from '../../results';
import { inGeneral } from './in-general';
import { largestLayers } from './largest-layers';
import { noiseFloor } from './noise-floor';
import { highestRates } from './highest-rates';
import { hiddenByWaiting } from './hidden-by-waiting';
import { priceOfAsking } from './price-of-asking';
import { slowDeadAndNew } from './slow-dead-and-new';
import { whatACacheGives } from './what-a-cache-gives';

/** What experiments have found whose answer is more than "so many times as much"; undefined if there is no such answer. */
const OWN: Record<string, (results: Results) => string | undefined> = {
  aa: noiseFloor,
  layers: largestLayers,
  throughput: highestRates,
  auth: priceOfAsking,
  balance: slowDeadAndNew,
  cache: whatACacheGives,
  'coordinated-omission': hiddenByWaiting,
};

/** The run in one sentence: what it found, or why that does not count. */
export function verdictOf(results: Results): string {
  const { valid, outcome, reasons } = results;
  if (valid) return whatWasFound(results);
  const because = reasons.map(asClause).join(', and ');
  return `${outcome === 'interrupted' ? 'Incomplete' : 'Invalid'}, because ${because}.`;
}

/** What the figures say, whether they count or not. */
export const whatWasFound = (results: Results): string => OWN[results.experiment]?.(results) ?? inGeneral(results);

/** A sentence as a part of another. Only an ordinary word loses its capital: not "A/A", not "PostgreSQL". */
const asClause = (sentence: string) =>
  sentence.replace(/\.$/, '').replace(/^[A-Z](?=[a-z]* )/, (letter) => letter.toLowerCase());
