import type { Observed } from '@jobly/lab/instrument';
import { PATIENCE_MS } from './strikes';

type Seen = Pick<Observed, 'dueMs' | 'settledMs' | 'failure'>;

/** How long it took, from when it was due (ms). */
export const tookMs = ({ dueMs, settledMs }: Seen) => settledMs - dueMs;

/** The kind of failure, or "late" for a right answer after more than a second; undefined if all is well. */
export const failingOf = (seen: Seen): string | undefined =>
  seen.failure ?? (tookMs(seen) > PATIENCE_MS ? 'late' : undefined);

/** Answered rightly, and before its user has lost patience. */
export const isWell = (seen: Seen): boolean => failingOf(seen) === undefined;

/** When its user knew that it had failed: when it did, or when patience ran out (ms). */
export const givenUpMs = ({ dueMs, settledMs }: Seen) => Math.min(settledMs, dueMs + PATIENCE_MS);
