import { isOverWithin, type Wait } from './queueing';

/** The percentiles that a distribution is given by, all equally likely. */
export const TIMES_AT: readonly number[] = Array.from({ length: 50 }, (_, index) => 2 * index + 1);

/** One kind of requests. */
export interface Requests {
  /** Of all requests. */
  share: number;
  /** At `TIMES_AT`, without waiting, in ms. */
  times: readonly number[];
  /** What comes on top of all of them (ms). */
  more: number;
  wait: Wait;
}

/** The median of several kinds of requests together; Infinity if some wait without an end. */
export function medianOf(kinds: readonly Requests[]): number {
  const asked = kinds.filter(({ share }) => share > 0);
  if (asked.some(({ wait }) => wait.mean === Infinity)) return Infinity;
  const answeredWithin = (ms: number) => asked.reduce((sum, one) => sum + one.share * shareWithin(one, ms), 0);
  let [low, high] = [0, 1];
  while (answeredWithin(high) < 0.5) [low, high] = [high, 2 * high];
  while (high - low > 1e-6 * high) {
    const middle = (low + high) / 2;
    if (answeredWithin(middle) < 0.5) low = middle;
    else high = middle;
  }
  return high;
}

const shareWithin = ({ times, more, wait }: Requests, ms: number) =>
  times.reduce((sum, time) => sum + isOverWithin(wait, ms - more - time), 0) / times.length;
