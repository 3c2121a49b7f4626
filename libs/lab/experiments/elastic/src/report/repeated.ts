import { meanInterval } from '@jobly/lab/instrument';
import { intervalInWords, threeDigits } from '@jobly/lab/results';

/** With fewer there is no interval, only what was seen. */
const ENOUGH = 4;

/** The mean of some repetitions with its 95 % interval, or from the lowest to the highest where they are too few for one. */
export function repeated(
  values: readonly number[],
  seed: number,
  inWords: (value: number) => string = threeDigits,
): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (values.length === 1) return inWords(mean);
  const range = { low: Math.min(...values), high: Math.max(...values) };
  const { low, high } = values.length < ENOUGH ? range : meanInterval(values, { seed });
  return `${inWords(mean)} (${intervalInWords({ low, high }, inWords)})`;
}

/** What the brackets of a number of repetitions are, for the note of a table. */
export const bracketsInWords = (repetitions: number): string => {
  if (repetitions === 1) return 'once, so that nothing is known of how much it varies';
  const brackets = repetitions < ENOUGH ? 'from the lowest to the highest, too few for an interval' : '95 % intervals';
  return `${repetitions} times (in brackets: ${brackets})`;
};
