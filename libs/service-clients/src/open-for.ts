import type { IBackoff } from 'cockatiel';

/**
 * Keeps a circuit breaker open for some time (ms). cockatiel compares the back-off's duration with the wall clock, which
 * may be set back, and would then stay open for as long; so the duration says by the steady clock that it is too early
 * or not.
 */
export function openFor(ms: number): IBackoff<unknown> {
  const opened = performance.now();
  return {
    get duration() {
      return performance.now() - opened < ms ? Infinity : -Infinity;
    },
    next: () => openFor(ms),
  };
}
