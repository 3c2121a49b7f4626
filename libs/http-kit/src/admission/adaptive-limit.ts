import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Limit } from './limit';

export interface Bounds {
  least: number;
  most: number;
}

const INTERVAL_MS = 100;
const RESOLUTION_MS = 20;
/** A longer mean delay of the event loop means that more is under way than this process, or its machine, can take (ms). */
const LONG_DELAY_MS = 20;
const DECREASE = 0.75;
const INCREASE = 4;

/**
 * Adapts by additive increase and multiplicative decrease, which converges to a fair and efficient share (Chiu and Jain
 * 1989, https://doi.org/10.1016/0169-7552(89)90019-6). The sign of congestion is the delay of the event loop rather than
 * the time that requests take: it does not grow while a neighbour is silent, and so leaves alone what does not need it.
 * @param inUse how much of it is in use
 * @param delayOf the mean delay of the event loop since the last call, in ms
 */
export function adaptiveLimit({ least, most }: Bounds, inUse: () => number, delayOf = eventLoopDelay()): Limit {
  let current = most;
  let wasReached = false;
  const timer = setInterval(() => {
    // Not from the limit itself, which may be far above what is in use.
    if (delayOf() > LONG_DELAY_MS) current = Math.max(least, Math.floor(Math.min(current, inUse()) * DECREASE));
    else if (wasReached) current = Math.min(most, current + INCREASE);
    wasReached = false;
  }, INTERVAL_MS).unref();
  return {
    get current() {
      return current;
    },
    reached: () => (wasReached = true),
    stop: () => clearInterval(timer),
  };
}

function eventLoopDelay(): () => number {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  return () => {
    // Node records the time from one sample to the next, in nanoseconds.
    const delay = delays.mean / 1e6 - RESOLUTION_MS;
    delays.reset();
    return delay;
  };
}
