import { performance } from 'node:perf_hooks';
import { clock, metronome } from './metronome';
import { pace } from './pacing';

const PAUSE_MS = 4;

/** Makes the process stand still before the next reading of `performance.now()`, as a garbage collection may. */
const pauseBeforeNextReading = () =>
  import.meta.jest.spyOn(performance, 'now').mockImplementationOnce(() => {
    const end = clock() + PAUSE_MS;
    while (clock() < end);
    return performance.now();
  });

afterEach(() => import.meta.jest.restoreAllMocks());

describe('pacing', () => {
  it('comes to its end, and fires nothing early, when the process pauses while it starts', async () => {
    const beats = await metronome();
    const dueTimes = Float64Array.of(5, 9, 14);
    const start = performance.now();
    const fired: number[] = [];
    pauseBeforeNextReading();
    await pace(beats, start, dueTimes, (index, now) => fired.push(now - start - dueTimes[index]!));
    expect(fired).toHaveLength(3);
    for (const late of fired) expect(late).toBeGreaterThan(-0.1);
  });
});
