/**
 * Failed attempts as a leaky bucket: each adds one, and one is forgiven after a while. More than it holds cost a rest,
 * twice as long each time. All times are milliseconds since the epoch.
 */
export interface Tally {
  /** When all failures so far will have been forgiven. */
  forgottenAt: number;
  /** When the next attempt may be made. */
  restsUntil: number;
}

export interface Allowance {
  /** The failures that cost no rest, but for the last of them. */
  failures: number;
  /** The time after which one failure is forgiven. */
  forgiveMs: number;
}

const FIRST_REST_MS = 1_000;

/** The longest rest, and the time after which a failure of one name from one source is forgiven. */
export const WINDOW_MS = 15 * 60_000;

/** Rests double so many times, until they are longer than the window. */
const DOUBLINGS = 10;

/** `times` as many failures, each forgiven in so much less time. */
export const allowance = (limit: number, times = 1): Allowance => ({
  failures: limit * times,
  forgiveMs: WINDOW_MS / times,
});

const levelOf = ({ forgottenAt }: Tally, { forgiveMs }: Allowance, now: number): number =>
  Math.max(0, forgottenAt - now) / forgiveMs;

/** The failures that have not been forgiven yet; rounded, because the last of them always has been in part. */
export const failuresIn = (tally: Tally, allowed: Allowance, now: number): number =>
  Math.round(levelOf(tally, allowed, now));

/** What is left of a rest (ms): nothing of one that seems longer than any can be, as the clock was set back since. */
export function restLeft({ restsUntil }: Tally, now: number): number {
  const left = restsUntil - now;
  return left > 0 && left <= WINDOW_MS ? left : 0;
}

/**
 * The tally after one more failure.
 * @param free the failures that cost no rest, if they are to be fewer than the allowance.
 */
export function afterFailure(tally: Tally, allowed: Allowance, now: number, free = allowed.failures): Tally {
  const level = Math.min(levelOf(tally, allowed, now) + 1, allowed.failures + DOUBLINGS);
  const counted = { forgottenAt: now + level * allowed.forgiveMs, restsUntil: now };
  const over = failuresIn(counted, allowed, now) - free;
  if (over < 0) return counted;
  return { ...counted, restsUntil: now + Math.min(FIRST_REST_MS * 2 ** Math.min(over, DOUBLINGS), WINDOW_MS) };
}
