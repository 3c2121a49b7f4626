import type { WayOfSharing } from '@jobly/contracts';

/** How long an answer is believed while staleness is observed (s): short enough to wait for. */
export const CACHE_TTL_S = 5;

/** From one audit of `replica` to the next (s), as delivered (SHARING_AUDIT_INTERVAL). */
const AUDIT_INTERVAL_S = 60;

/** For how long an answer may be wrong at most, in the terms of the way. */
export const BOUNDS: Record<WayOfSharing, string> = {
  call: 'never wrong',
  join: 'never wrong',
  cached: 'SHARING_CACHE_TTL (30 s)',
  replica: boundOfReplica('SHARING_AUDIT_INTERVAL (60 s)'),
};

/** The same where staleness is observed. */
export const OBSERVED_BOUNDS: Record<WayOfSharing, string> = {
  ...BOUNDS,
  cached: `${CACHE_TTL_S} s`,
  replica: boundOfReplica(`${AUDIT_INTERVAL_S} s`),
};

/** The same in ms, while the two can reach each other and audits take no time. */
export const OBSERVED_BOUNDS_MS: Record<WayOfSharing, number> = {
  call: 0,
  join: 0,
  cached: CACHE_TTL_S * 1_000,
  replica: AUDIT_INTERVAL_S * 1_000,
};

function boundOfReplica(interval: string): string {
  return `milliseconds; if an event is lost, ${interval} and an audit; longer while the two cannot reach each other`;
}
