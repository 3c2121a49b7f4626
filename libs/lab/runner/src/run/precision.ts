import { ratioOf } from '@jobly/lab/instrument';
import { type MeasuredBlock, pairsOf } from '@jobly/lab/results';
import type { Settings } from '../experiment/settings';
import type { Design } from '../experiment/design';

/** An interval over fewer pairs is too uncertain itself to stop by. */
const FEWEST_PAIRS = 6;

/** The same holds for launches, of which Student's distribution expects a lot where they are few. */
const FEWEST_LAUNCHES = 3;

/**
 * Whether, for this case and in enough launches, the interval of every comparison by the control's metric is no wider
 * than `precision` to either side. Stopping early depends on the width alone, never on the estimate, so it favours no
 * arm.
 */
export function isPrecise(
  blocks: readonly MeasuredBlock[],
  workload: string,
  { comparisons, control }: Pick<Design, 'comparisons' | 'control'>,
  { precision, launches }: Pick<Settings, 'precision' | 'launches'>,
): boolean {
  if (precision === null) return false;
  // An offered rate is known exactly, and says nothing about the precision of the figures at that rate.
  const { metric } = control;
  const telling = blocks.filter(({ offered }) => metric.loop !== (offered === null ? 'open' : 'closed'));
  const compared = comparisons
    .filter((comparison) => comparison.metric === metric)
    .map((comparison) => pairsOf(telling, workload, comparison))
    .filter((pairs) => pairs.length > 0);
  return (
    compared.length > 0 &&
    compared.every((pairs) => {
      const launched = new Set(pairs.map(({ launch }) => launch)).size;
      if (pairs.length < FEWEST_PAIRS || launched < Math.min(launches, FEWEST_LAUNCHES)) return false;
      const { low, high } = ratioOf(pairs);
      return Math.sqrt(high / low) - 1 <= precision;
    })
  );
}
