import type { Results } from '../results';
import { tabledCases } from './cases';

/** "8 pairs", or "6 to 12 pairs" if operations got different numbers of them; as planned where older results do not say. */
export function pairsInWords(results: Results): string {
  const begun = tabledCases(results).map(({ pairs }) => pairs ?? results.settings.blocks);
  const [fewest, most] = [Math.min(...begun), Math.max(...begun)];
  return `${fewest === most ? '' : `${fewest} to `}${most} pair${most === 1 ? '' : 's'}`;
}
