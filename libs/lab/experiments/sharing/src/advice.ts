import { type Figures, intervalInWords, threeDigits } from '@jobly/lab/results';
import { OBSERVED_BOUNDS_MS } from './bounds';
import type { Price } from './prices';
import { lagInWords, longestIn } from './staleness-table';

/**
 * Which way to take between services: asking the owner, unless another way serves certainly more of the first operation.
 * Empty for a run that did not measure that.
 */
export function adviceFrom(figures: Figures, prices: readonly Price[]): string[] {
  const split = prices.filter(({ way, served }) => way.topology === 'micro' && served);
  const better = split
    .filter(({ operation, served }) => operation === split[0]!.operation && served!.detectable)
    .filter((price) => price.served!.interval.estimate > 1 && freshness(figures, price) < Infinity)
    .toSorted((one, other) => freshness(figures, one) - freshness(figures, other));
  const [freshest] = better;
  if (split.length === 0) return [];
  if (!freshest) return ['Ask the owner each time: no other way serves detectably more.'];
  const { way, operation, served } = freshest;
  const often = `${threeDigits(served!.interval.estimate)} times as many requests/s (${intervalInWords(served!.interval)})`;
  return [
    `Ask the owner each time as long as that is fast enough; then take ${way.sharing}, the freshest of the ways that are faster, which serves ${often} of ${operation}${lagOf(figures, freshest)}.`,
  ];
}

/** The longest for which a change was not seen (ms), or else the bound. */
const freshness = (figures: Figures, { way }: Price): number =>
  longestOf(figures, way.name) ?? OBSERVED_BOUNDS_MS[way.sharing];

function lagOf(figures: Figures, { way }: Price): string {
  const longest = longestOf(figures, way.name);
  if (longest === undefined) return '';
  return longest === 0 ? ' and showed every change at once' : ` and showed a change after up to ${lagInWords(longest)}`;
}

const longestOf = (figures: Figures, name: string) => longestIn(figures).find(({ way }) => way.name === name)?.longest;
