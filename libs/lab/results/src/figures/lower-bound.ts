import type { Results } from '../results';

/** Above this utilisation the generator itself may have been the bottleneck. */
const BUSY = 0.5;

/** Whether a closed loop may have measured less than the arm can serve. */
export function isLowerBound(blocks: readonly Pick<Results['blocks'][number], 'result'>[]): boolean {
  const busy = blocks.reduce((sum, { result }) => sum + result.utilisation, 0) / blocks.length;
  return busy > BUSY;
}
