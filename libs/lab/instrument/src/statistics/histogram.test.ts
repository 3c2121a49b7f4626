import { createDurations, merged } from './histogram';

/** 1, 2, … n ms, so that the p-th percentile is p % of n. */
function oneTo(n: number) {
  const durations = createDurations();
  for (let milliseconds = 1; milliseconds <= n; milliseconds++) durations.record(milliseconds);
  return durations;
}

describe('durations', () => {
  it('know their percentiles to three significant digits', () => {
    const durations = oneTo(10_000);
    for (const [percentile, truth] of [
      [50, 5_000],
      [95, 9_500],
      [99, 9_900],
      [99.9, 9_990],
    ] as const) {
      expect(Math.abs(durations.percentile(percentile)! / truth - 1)).toBeLessThan(0.001);
    }
  });

  it('tell apart what lies a microsecond apart below two milliseconds', () => {
    const durations = createDurations();
    for (let sample = 0; sample < 20; sample++) durations.record(sample < 10 ? 0.241 : 0.242);
    expect(durations.percentile(50)).toBe(0.241);
  });

  it.each([0.5, 1.5, 250.5, 998.5, 5_000])('know how many are within %p ms', (limit) => {
    expect(oneTo(1_000).countWithin(limit)).toBe(Math.min(1_000, Math.floor(limit)));
    expect(createDurations().countWithin(limit)).toBe(0);
  });

  it('keep silent about percentiles of too few samples', () => {
    expect(oneTo(999).percentile(99)).toBeNull();
    expect(oneTo(1_000).percentile(99)).not.toBeNull();
    expect(oneTo(9_999).percentile(99.9)).toBeNull();
    expect(oneTo(19).percentile(50)).toBeNull();
  });

  it('survive encoding and merge exactly', () => {
    const whole = oneTo(1_000);
    const twice = merged([whole.encode(), whole.encode()]);
    expect(twice.count).toBe(2_000);
    expect(twice.percentile(99)).toBe(whole.percentile(99));
  });
});
