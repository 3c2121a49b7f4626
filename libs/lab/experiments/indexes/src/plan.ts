import { type DataSize, dataSize } from '@jobly/lab/system-under-test';

/** How much is measured. */
export interface Plan {
  /** Rows of the tables that are searched, in powers of ten. */
  sizes: readonly number[];
  /** Every round times each look-up at each size once, in random order. */
  rounds: number;
  /** About how long one of these takes, if more than one look-up fits (ms). */
  blockMs: number;
  /** Rounds of writes, and of mixes of reads and writes. */
  writeRounds: number;
  /** The data in Jobly's tables. */
  jobly: readonly DataSize[];
  /** How often an operation is requested with each index and without it. */
  joblyRounds: number;
}

export const plans: Record<'full' | 'quick', Plan> = {
  full: {
    sizes: [100, 1_000, 10_000, 100_000, 1_000_000],
    rounds: 16,
    blockMs: 20,
    writeRounds: 24,
    jobly: [dataSize('100k'), dataSize('1m')],
    joblyRounds: 8,
  },
  quick: {
    sizes: [100, 1_000, 10_000, 100_000],
    rounds: 8,
    blockMs: 10,
    writeRounds: 12,
    jobly: [dataSize('100k')],
    joblyRounds: 6,
  },
};

/** From so many rows on, reading them counts for more than beginning and ending a statement does. */
export const SCAN_DOMINATES = 1_000;
