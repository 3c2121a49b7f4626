import { performance } from 'node:perf_hooks';
import { type Metronome, clock } from './metronome';

/** Calls `fire(index, now)` at `start + dueTimes[index]` on the clock of `performance.now()`, and resolves after the last. */
export function pace(
  { keep, rest }: Metronome,
  start: number,
  dueTimes: Float64Array,
  fire: (index: number, now: number) => void,
): Promise<void> {
  // A pause between the two readings makes every beat late, which the schedule error shows.
  const startOnClock = start - performance.now() + clock();
  let next = 0;

  return new Promise((resolve) => {
    const beat = () => {
      // A late beat covers everything that has become due meanwhile. Judged by the clock of the metronome: by another,
      // the last beat may come before the last due time, and none would follow it.
      for (; next < dueTimes.length && startOnClock + dueTimes[next]! <= clock(); next++) {
        fire(next, performance.now());
      }
      if (next === dueTimes.length) {
        rest();
        resolve();
      }
    };
    keep(startOnClock, dueTimes, beat);
  });
}
