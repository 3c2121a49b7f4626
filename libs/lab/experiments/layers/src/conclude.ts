import { asSentence, type Figures, roundedMs, threeDigits, totalOf, type Waterfall } from '@jobly/lab/results';

type Part = Waterfall['arms'][number]['parts'][number];

/** The most that a sentence can carry. */
const TOLD = 3;

/** The most expensive layers, among those that certainly add time, and those that certainly take some away. */
export function largestLayers({ waterfalls }: Figures): string | undefined {
  const layered = waterfalls.filter(({ arms }) => arms.length === 1);
  if (layered.length === 0) return undefined;
  return asSentence(layered.map(inWords).join('; '));
}

function inWords({ what, operation, arms: [arm] }: Waterfall): string {
  const known = arm!.parts.filter(({ certain }) => certain !== false);
  const largest = known
    .filter(({ ms }) => ms > 0)
    .toSorted((one, other) => other.ms - one.ms)
    .slice(0, TOLD);
  const whole = `${what} (${operation}, ${roundedMs(totalOf(arm!))})`;
  if (largest.length === 0) return `the run is too noisy to say where the ${whole} goes`;
  const less = known
    .filter(({ ms }) => ms < 0)
    .map(({ name, ms }) => `adding ${name} takes ${threeDigits(-ms)} ms away`);
  const steps = `of the ${whole}, the largest steps are ${listed(largest.map(stepInWords))}`;
  return less.length === 0 ? steps : `${steps}, while ${listed(less)}`;
}

/** "the gateway 0.55 ms (0.50 to 0.61)"; older results have no intervals. */
function stepInWords({ name, ms, interval }: Part): string {
  const ends = interval ? ` (${threeDigits(interval.low)} to ${threeDigits(interval.high)})` : '';
  return `${name} ${threeDigits(ms)} ms${ends}`;
}

const listed = (parts: readonly string[]) => new Intl.ListFormat('en-GB').format(parts);
