import type { Results } from '../../results';
import { percentage, roundedMs } from '../numbers';
import { asSentence } from '../sentence';
import { totalOf, type Waterfall } from '../waterfall';

/** As many as a sentence can carry. */
const TOLD = 3;

/** What the most expensive layers add to a request. */
export function largestLayers({ waterfalls }: Results): string | undefined {
  const layered = waterfalls.filter(({ arms }) => arms.length === 1);
  if (layered.length === 0) return undefined;
  return asSentence(layered.map(inWords).join('; '));
}

function inWords({ what, operation, arms: [arm] }: Waterfall): string {
  const { parts } = arm!;
  const total = totalOf(arm!);
  const largest = parts.toSorted((one, other) => other.ms - one.ms).slice(0, TOLD);
  const named = largest.map(({ name, ms }) => `${name} (${roundedMs(ms)}, ${percentage(ms / total)})`);
  return `of the ${what} (${operation}, ${roundedMs(total)}), most goes into ${new Intl.ListFormat('en-GB').format(named)}`;
}
