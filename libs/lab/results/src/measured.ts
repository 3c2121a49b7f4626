import type { BlockResult } from '@jobly/lab/instrument';

/** A block that has been run. */
export interface MeasuredBlock {
  /** The name of its case. */
  workload: string;
  arm: string;
  /** Unique within the run. */
  pair: number;
  /** The launch of the stacks that it was measured in, from 0. */
  launch: number;
  /** From the start of the measurement. */
  startedMs: number;
  /** Requests per second that were due; null in a closed loop. */
  offered: number | null;
  result: BlockResult;
  /** Of the processes of the stack that count in the block, by name; null if unknown. */
  cpuMs: Record<string, number> | null;
  /** The share of all CPUs' time during the block that went to others than the lab; null if unknown. */
  othersCpu: number | null;
  /** Dropped by listening sockets of this machine during the block; null if unknown. */
  droppedConnections: number | null;
  /** The sampled answers that were compared with others to the same requests; null if they were not. */
  answers: { compared: number; different: number; first: string | null } | null;
}
