import type { Call } from '../recording/answered';

/**
 * The longest chain of calls, each of which begins within another one or after its end. Calls beside each other, which
 * a process makes at the same time, are not in one chain.
 */
export const longestChain = (calls: readonly Call[]): number =>
  Math.max(
    0,
    ...calls.map(({ end, answered }) => {
      const later = calls.filter(({ begin }) => begin >= end);
      return 1 + longestChain(answered.calls) + longestChain(later);
    }),
  );
