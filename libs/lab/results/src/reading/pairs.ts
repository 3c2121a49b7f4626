import type { Results } from '../results';
import { tabledCases } from './cases';

/**
 * "8 pairs", "10 pairs in 5 launches", or "6 to 12 pairs" if operations got different numbers of them; as planned where
 * older results do not say.
 */
export function pairsInWords(results: Results): string {
  const { launches, blocks } = results.settings;
  const begun = tabledCases(results).map(({ pairs }) => pairs ?? launches * blocks);
  const [fewest, most] = [Math.min(...begun), Math.max(...begun)];
  const pairs = `${fewest === most ? '' : `${fewest} to `}${most} pair${most === 1 ? '' : 's'}`;
  return launches === 1 ? `${pairs} of blocks` : `${pairs} of blocks in ${launches} launches`;
}

/** The units of the runs' intervals. Over blocks of a single launch they say nothing about other launches. */
export const overWhat = (runs: readonly Results[]): string =>
  runs.every(({ settings }) => settings.launches > 1) ? 'over launches of the stacks' : 'over paired blocks';
