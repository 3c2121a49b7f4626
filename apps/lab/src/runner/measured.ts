import type { BlockResult } from '../load/block';

/** A block that has been run. */
export interface MeasuredBlock {
  workload: string;
  arm: string;
  pair: number;
  /** From the start of the measuring. */
  startedMs: number;
  result: BlockResult;
  /** Of all processes of the stack during the block; null where it cannot be known. */
  cpuMs: number | null;
}
