/** With thousands separated. */
export const count = (value: number) => Math.round(value).toLocaleString('en');

/** Milliseconds, always with the same number of decimals, so that a column of them is aligned. */
export const milliseconds = (value: number | null) => value?.toFixed(2) ?? '–';

/** Milliseconds in a sentence: nobody reads more than three digits. */
export const roundedMs = (value: number) => `${threeDigits(value)} ms`;

/** As many decimals as three significant digits need, and at most two. */
export function threeDigits(value: number): string {
  const size = Math.abs(value);
  return withMinus(value, size >= 999.5 ? count(size) : size.toFixed(size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2));
}

/** The same, with a third decimal where there are two. */
export const threeDecimals = (value: number) =>
  Math.abs(value) < 9.9995 ? withMinus(value, Math.abs(value).toFixed(3)) : threeDigits(value);

/** Nothing is not negative. */
const withMinus = (value: number, digits: string) => (value < 0 && /[1-9]/.test(digits) ? `−${digits}` : digits);

/** "−0.65 to 0.12" */
export const intervalInWords = (
  { low, high }: { low: number; high: number },
  inWords: (end: number) => string = threeDigits,
) => `${inWords(low)} to ${inWords(high)}`;

/** A cell of a table: a text, or an amount with its unit. */
export const cellInWords = (cell: string | { value: number; unit: string }): string =>
  typeof cell === 'string' ? cell : `${threeDigits(cell.value)} ${cell.unit}`;

/** A share, without decimals. */
export const percentage = (share: number) => `${Math.round(100 * share)} %`.replace('-', '−');

/** Always with a sign. */
export function signed(value: number, inWords: (value: number) => string = threeDigits): string {
  const words = inWords(value);
  return words.startsWith('−') ? words : `+${words}`;
}

/** On an axis, where values are round. */
export const tickLabel = (value: number) =>
  value.toLocaleString('en', { maximumSignificantDigits: 12 }).replace('-', '−');

/** "in GET /jobs", "in both operations", "in all 6 operations", "in 2 of 6 operations". */
export function inOperations(operations: readonly string[], total: number): string {
  if (operations.length === 1) return `in ${operations[0]!}`;
  if (operations.length < total) return `in ${operations.length} of ${total} operations`;
  return total === 2 ? 'in both operations' : `in all ${total} operations`;
}
