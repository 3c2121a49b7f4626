import type { Interval } from '@jobly/lab/instrument';
import type { Gate } from './gates';

/**
 * An interval at 95 % misses the truth in one of twenty cases, and a run may have five of them. One that is half as wide
 * again misses it in one of a hundred cases with eight launches, and in one of sixty with four.
 */
const ALLOWANCE = 1.5;

/** How far a difference may be from the truth to either side, with that allowance. */
export const allowedReach = ({ low, high }: Interval) => ((high - low) / 2) * ALLOWANCE;

/**
 * A gate for something that is measured twice: whether it differs from itself.
 * @param difference of the two, and `figure` the same in words
 */
export const repeatGate = (name: string, difference: Interval, figure: string): Gate => ({
  name,
  figure,
  limit: 'an interval, half as wide again, that includes 0',
  passed: Math.abs(difference.estimate) <= allowedReach(difference),
});
