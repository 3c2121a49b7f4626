import type { MeasuredBlock } from '../measured';

/** Above this utilisation the generator itself may have been the bottleneck. */
const BUSY = 0.5;

/** Whether these blocks are closed loops that may have measured less than the arm can serve. */
export function isLowerBound(blocks: readonly Pick<MeasuredBlock, 'offered' | 'result'>[]): boolean {
  if (blocks.length === 0 || blocks.some(({ offered }) => offered !== null)) return false;
  const busy = blocks.reduce((sum, { result }) => sum + result.utilisation, 0) / blocks.length;
  return busy > BUSY;
}

/** What a ratio or difference of `other` and `base` is if the true figure of one of them may be higher. */
export type Bound = 'at least' | 'at most';

/** The bound that a comparison of two arms' throughput gives; `nothing` if both may be able to serve more. */
export function boundOf(base: readonly MeasuredBlock[], other: readonly MeasuredBlock[]): Bound | 'nothing' | null {
  const [baseIsLow, otherIsLow] = [isLowerBound(base), isLowerBound(other)];
  if (baseIsLow && otherIsLow) return 'nothing';
  if (otherIsLow) return 'at least';
  return baseIsLow ? 'at most' : null;
}
