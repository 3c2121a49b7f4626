import { performance } from 'node:perf_hooks';
import { type Metronome, clock } from './metronome';

/** Calls `fire(index, now)` at `start + dueTimes[index]` on the clock of `performance.now()`, and resolves after the last. */
export function pace(
  { keep, rest }: Metronome,
  start: number,
  dueTimes: Float64Array,
  fire: (index: number, now: number) => void,
): Promise<void> {
  let next = 0;

  return new Promise((resolve) => {
    const beat = () => {
      // A late beat covers everything that has become due meanwhile.
      for (; next < dueTimes.length && start + dueTimes[next]! <= performance.now(); next++) {
        fire(next, performance.now());
      }
      if (next === dueTimes.length) {
        rest();
        resolve();
      }
    };
    keep(start + clock() - performance.now(), dueTimes, beat);
  });
}
