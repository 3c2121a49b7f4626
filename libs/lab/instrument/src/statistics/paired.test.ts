import { differenceOf, excludes, ratioOf } from './paired';

const pairs = [10, 20, 40, 80].map((base) => ({ base, other: 2 * base, launch: 0 }));

describe('paired blocks', () => {
  it('find a constant ratio however much the machine drifts between pairs', () => {
    const { estimate, low, high } = ratioOf(pairs);
    expect(estimate).toBeCloseTo(2, 10);
    expect(low).toBeCloseTo(2, 10);
    expect(high).toBeCloseTo(2, 10);
  });

  it('give the inverse ratio, interval included, when base and other change places', () => {
    const noisy = [1.1, 0.9, 1.3, 1.2, 0.8, 1.05].map((other) => ({ base: 1, other, launch: 0 }));
    const forward = ratioOf(noisy);
    const backward = ratioOf(noisy.map(({ base, other }) => ({ base: other, other: base, launch: 0 })));
    expect(backward.estimate).toBeCloseTo(1 / forward.estimate, 10);
    expect(backward.low).toBeCloseTo(1 / forward.high, 10);
  });

  it('find a constant difference', () => {
    const shifted = [1, 5, 2, 9].map((base) => ({ base, other: base + 3, launch: 0 }));
    expect(differenceOf(shifted)).toEqual({ estimate: 3, low: 3, high: 3 });
  });

  it('say whether a value lies outside', () => {
    expect(excludes({ estimate: 1.1, low: 1.05, high: 1.2 }, 1)).toBe(true);
    expect(excludes({ estimate: 1.1, low: 0.95, high: 1.2 }, 1)).toBe(false);
  });
});
