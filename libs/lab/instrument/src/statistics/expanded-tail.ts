import { studentQuantile } from './student';

/**
 * The share of resamples to leave out at either end of a percentile interval over `n` values, so that it is as wide as
 * a t interval would be: the plain percentile interval is too narrow for few values, by the factor √(n ÷ (n − 1)) and
 * by the difference between the normal distribution and Student's (Hesterberg, "What teachers should know about the
 * bootstrap", 2015, section 4.3). For 6 values it is 0.24 % rather than 2.5 %.
 */
export const expandedTail = (n: number, confidence: number): number =>
  normalTail(Math.sqrt(n / (n - 1)) * studentQuantile((1 + confidence) / 2, n - 1));

/** The share of a normal distribution beyond `x` > 0; its error is below 10⁻⁷ (Abramowitz & Stegun 26.2.17). */
function normalTail(x: number): number {
  const t = 1 / (1 + 0.2316419 * x);
  const coefficients = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const series = coefficients.reduce((sum, coefficient, index) => sum + coefficient * t ** (index + 1), 0);
  return (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * series;
}
