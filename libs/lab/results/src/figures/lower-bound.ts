import type { Results } from '../results';

/** Where the generator was busier than this, it may be what could do no more. */
const BUSY = 0.5;

/** Whether an arm may serve more than a closed loop has got out of it. */
export function isLowerBound(blocks: readonly Pick<Results['blocks'][number], 'result'>[]): boolean {
  const busy = blocks.reduce((sum, { result }) => sum + result.utilisation, 0) / blocks.length;
  return busy > BUSY;
}
