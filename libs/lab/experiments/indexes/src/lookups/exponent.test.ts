import { exponentOf } from './exponent';

const sizes = [100, 1_000, 10_000, 100_000, 1_000_000];

/** Five rounds, each a little slower than the one before in the same proportion at every size. */
const timesOf = (time: (rows: number) => number) =>
  new Map(sizes.map((rows) => [rows, [1, 1.01, 1.02, 1.03, 1.04].map((slower) => slower * time(rows))]));

describe('the exponent', () => {
  it('is 1 for what grows with the rows, 0 for what does not, and 0.5 for a root', () => {
    expect(
      exponentOf(
        timesOf((rows) => rows / 7),
        0,
        1,
      ).estimate,
    ).toBeCloseTo(1, 9);
    expect(
      exponentOf(
        timesOf(() => 7),
        0,
        1,
      ).estimate,
    ).toBeCloseTo(0, 9);
    expect(
      exponentOf(
        timesOf((rows) => Math.sqrt(rows)),
        0,
        1,
      ).estimate,
    ).toBeCloseTo(0.5, 9);
  });

  it('leaves out the sizes at which something else takes the time', () => {
    const beginning = timesOf((rows) => Math.max(1_000, rows));
    expect(exponentOf(beginning, 0, 1).estimate).toBeLessThan(0.9);
    expect(exponentOf(beginning, 10_000, 1).estimate).toBeCloseTo(1, 9);
  });

  it('has an interval as wide as its rounds differ', () => {
    const steeper = [0.9, 1, 1.1, 1, 0.95];
    const times = new Map(sizes.map((rows) => [rows, steeper.map((exponent) => rows ** exponent)]));
    const { estimate, low, high } = exponentOf(times, 0, 1);
    expect(estimate).toBeCloseTo(0.99, 9);
    expect(low).toBeLessThan(0.95);
    expect(high).toBeGreaterThan(1.03);
  });
});
