import { type Interval, isBounded } from '@jobly/lab/instrument';
import { intervalInWords, threeDigits } from '@jobly/lab/results';

/** "12.3 µs (12.0 to 12.6)" */
export const withInterval = (of: Interval, unit = 'µs'): string =>
  `${threeDigits(of.estimate)} ${unit} (${isBounded(of) ? intervalInWords(of) : 'rounds differ too much to say'})`;

export const microseconds = (value: number): string => `${threeDigits(value)} µs`;

/** Whether a figure is where it should be: an interval that goes beyond leaves it open. */
export function kept({ low, high }: Interval, least: number, most: number): 'kept' | 'missed' | 'undecided' {
  if (low >= least && high <= most) return 'kept';
  return high < least || low > most ? 'missed' : 'undecided';
}
