import { performance } from 'node:perf_hooks';
import { wakeTowards } from './wake';

/** A turn of the event loop in which nothing came in takes 1–2 µs; the parsing of an answer takes more than this. */
const EMPTY_TURN_MS = 0.02;

/**
 * Calls `fire(index, now)` at `start + dueTimes[index]` on the clock of `performance.now()`, within microseconds of it
 * while the event loop is free.
 *
 * @returns how many ms it spent turning over an idle event loop, which is waiting and not work
 */
export function pace(
  start: number,
  dueTimes: Float64Array,
  fire: (index: number, now: number) => void,
): Promise<number> {
  let next = 0;
  let idleMs = 0;
  let turnedAt: number | undefined;

  return new Promise((resolve) => {
    const turn = () => {
      const now = performance.now();
      if (turnedAt !== undefined && now - turnedAt < EMPTY_TURN_MS) idleMs += now - turnedAt;
      for (; next < dueTimes.length && start + dueTimes[next]! <= performance.now(); next++) {
        fire(next, performance.now());
      }
      if (next === dueTimes.length) {
        resolve(idleMs);
        return;
      }
      const woken = wakeTowards(start + dueTimes[next]!, turn);
      turnedAt = woken === 'turn' ? performance.now() : undefined;
    };
    turn();
  });
}
