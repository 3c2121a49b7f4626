import { intervalInWords, threeDigits } from '@jobly/lab/results';

/**
 * The mean of some repetitions, from the lowest to the highest. A run starts too few fleets for an interval: those that
 * one fleet follows are not independent of each other.
 */
export function repeated(values: readonly number[], inWords: (value: number) => string = threeDigits): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (values.length === 1) return inWords(mean);
  return `${inWords(mean)} (${intervalInWords({ low: Math.min(...values), high: Math.max(...values) }, inWords)})`;
}

/** What the brackets of a number of repetitions are, for the note of a table. */
export const bracketsInWords = (repetitions: number): string =>
  repetitions === 1
    ? 'once, so that nothing is known of how much it varies'
    : `${repetitions} times (in brackets: from the lowest to the highest, too few fleets for an interval)`;
