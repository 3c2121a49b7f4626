/** When a part that has ended is started again, and when no more. */
interface RestartPolicy {
  firstDelayMs: number;
  longestDelayMs: number;
  /** Restarts in a row after which a part stays down. */
  limit: number;
  /** A part that was ready for so long has recovered: its next end counts as its first. */
  forgetAfterMs: number;
}

/** systemd's limit; pm2's longest delay and time to forget (ADR 23). */
const POLICY: RestartPolicy = { firstDelayMs: 1_000, longestDelayMs: 15_000, limit: 5, forgetAfterMs: 30_000 };

/** A restart to come, the `attempt`th of at most `limit` in a row. */
export interface Restart {
  delayMs: number;
  attempt: number;
  limit: number;
}

/**
 * Counts the ends of one part.
 * @returns a function to call at each end, with the milliseconds for which the part was ready before. It tells the
 * restart to make, or undefined if the part has to stay down.
 */
export function backOff(policy = POLICY): (readyForMs: number) => Restart | undefined {
  const { firstDelayMs, longestDelayMs, limit, forgetAfterMs } = policy;
  let attempts = 0;
  return (readyForMs) => {
    if (readyForMs >= forgetAfterMs) attempts = 0;
    if (attempts === limit) return undefined;
    attempts += 1;
    return { delayMs: Math.min(firstDelayMs * 2 ** (attempts - 1), longestDelayMs), attempt: attempts, limit };
  };
}
