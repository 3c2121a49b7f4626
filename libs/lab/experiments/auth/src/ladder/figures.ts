import { signed, threeDigits } from '@jobly/lab/results';
import type { Found } from './prices';

/** A thousandth of a millisecond is a microsecond, and matters here. */
const thousandths = (value: number) => value.toFixed(3).replace('-', '−');

/** "+0.057 (0.044 to 0.070) ms", with "≈" if the interval includes nothing. */
export const msOf = (found: Found): string => withInterval(found, thousandths, ' ms');

/** "+47.0 (30.0 to 64.0) µs": CPU ms per 1,000 requests are µs per request. */
export const microsecondsOf = (found: Found): string => withInterval(found, threeDigits, ' µs');

/** "+0.047 (0.030 to 0.064)": at 1,000 requests/s, a millisecond of CPU time per request keeps a core busy. */
export const coresOf = (found: Found): string => withInterval(found, (perThousand) => thousandths(perThousand / 1_000));

function withInterval({ row: { interval, detectable } }: Found, digits: (value: number) => string, unit = ''): string {
  const { estimate, low, high } = interval;
  return `${detectable ? '' : '≈ '}${signed(estimate, digits)} (${digits(low)} to ${digits(high)})${unit}`;
}
