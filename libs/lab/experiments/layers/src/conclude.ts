import { asSentence, type Figures, roundedMs, threeDigits, totalOf, type Waterfall } from '@jobly/lab/results';

/** The most that a sentence can carry. */
const TOLD = 3;

/** The most expensive layers, among those that certainly add time. */
export function largestLayers({ waterfalls }: Figures): string | undefined {
  const layered = waterfalls.filter(({ arms }) => arms.length === 1);
  if (layered.length === 0) return undefined;
  return asSentence(layered.map(inWords).join('; '));
}

function inWords({ what, operation, arms: [arm] }: Waterfall): string {
  const known = arm!.parts.filter(({ certain }) => certain !== false);
  const largest = known.toSorted((one, other) => other.ms - one.ms).slice(0, TOLD);
  const whole = `${what} (${operation}, ${roundedMs(totalOf(arm!))})`;
  if (largest.length === 0) return `the run is too noisy to say where the ${whole} goes`;
  const named = largest.map(({ name, ms }) => `${name} ${threeDigits(ms)} ms`);
  return `of the ${whole}, the largest steps are ${new Intl.ListFormat('en-GB').format(named)}`;
}
