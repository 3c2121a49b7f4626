/** What a counter says, again and again, as a rate. */
export interface Rate {
  /** To be told what the counter says now. */
  counted(count: number): void;
  /** Per second, between the last two times; null if they are not known, or the last is too long ago. */
  now(): number | null;
}

/** Who says nothing for so long stands still or has ended (ms). */
const STALE_MS = 2_500;

export function createRate(clock: () => number = () => performance.now()): Rate {
  let last: { count: number; at: number } | undefined;
  let perS: number | null = null;
  return {
    counted(count) {
      const at = clock();
      // A process that was started again counts from nothing.
      const isKnown = last && count >= last.count && at - last.at <= STALE_MS;
      perS = isKnown ? ((count - last!.count) / (at - last!.at)) * 1_000 : null;
      last = { count, at };
    },
    now: () => (last && clock() - last.at <= STALE_MS ? perS : null),
  };
}
