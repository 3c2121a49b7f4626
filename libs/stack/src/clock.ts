import { setTimeout as delay } from 'node:timers/promises';

/** The time that restarts are planned by. */
export interface Clock {
  /** Milliseconds since some moment; unlike the wall clock it never jumps. */
  now: () => number;
  /** Resolves after that time, or as soon as the signal aborts. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  wait: (ms, signal) => delay(ms, undefined, { signal }).catch(() => {}),
};
