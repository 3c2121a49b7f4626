import { linearScale, logScale } from './scale';

describe('an axis', () => {
  it('puts its ends at 0 and 1, and equal steps or equal factors equally far apart', () => {
    const linear = linearScale(10, 30);
    expect([10, 20, 30].map(linear)).toEqual([0, 0.5, 1]);
    const log = logScale(0.5, 2);
    expect([0.5, 1, 2].map(log)).toEqual([0, 0.5, 1]);
  });

  it.each([
    [logScale(0.4, 25), [0.5, 1, 2, 5, 10, 20]],
    [logScale(0.9, 1.13), [0.9, 0.95, 1, 1.05, 1.1]],
    [logScale(0.3, 400), [0.3, 1, 3, 10, 30, 100, 300]],
    [linearScale(-0.1, 0.32), [-0.1, 0, 0.1, 0.2, 0.3]],
    [linearScale(0, 2_200), [0, 500, 1_000, 1_500, 2_000]],
  ])('has ticks at round values', ({ ticks }, expected) => {
    expect(ticks).toEqual(expected);
  });
});
