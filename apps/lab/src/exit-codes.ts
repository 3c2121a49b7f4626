import type { Results } from '@jobly/lab/results';

/** As after a signal: nothing else went wrong. */
export const INTERRUPTED = 130;

/** Something failed. */
export const FAILED = 1;

/** Measured completely, but not under conditions in which the figures count: neither success nor breakdown. */
const INVALID = 3;

/** 0 only for a complete and valid run, 3 for a complete one that a gate made invalid. */
export function exitCodeOf({ valid, outcome }: Pick<Results, 'valid' | 'outcome'>): number {
  if (valid) return 0;
  if (outcome === 'interrupted') return INTERRUPTED;
  return outcome === 'complete' ? INVALID : FAILED;
}
