import { allOf, isOverWithin, waitForOne, waitForSeveral } from './queueing';

describe('waiting for processors', () => {
  it('at one takes as long as the work at half its capacity, and has no end at all of it', () => {
    expect(waitForOne(0, 3)).toEqual({ likely: 0, mean: 0 });
    expect(waitForOne(0.5, 3)).toEqual({ likely: 0.5, mean: 3 });
    expect(waitForOne(1, 3)).toEqual({ likely: 1, mean: Infinity });
  });

  it('at several is that of M/M/c', () => {
    // One processor is the same queue.
    expect(waitForSeveral(1, 0.5, 3)).toEqual({ likely: 0.5, mean: 3 });
    // Two at half their capacity: C(2, 1) is 1/3.
    expect(waitForSeveral(2, 0.5, 3).likely).toBeCloseTo(1 / 3);
    expect(waitForSeveral(2, 0.5, 3).mean).toBeCloseTo(1);
    expect(waitForSeveral(2, 1.2, 3).mean).toBe(Infinity);
  });

  it('one after the other is spared only to those who wait nowhere', () => {
    const { likely, mean } = allOf([waitForOne(0.5, 3), waitForOne(0.5, 1)]);
    expect([likely, mean]).toEqual([0.75, 4]);
  });

  it('is over at once for those who need not wait, and decays as M/M/1 says', () => {
    const wait = waitForOne(0.5, 1);
    expect(isOverWithin(wait, -1)).toBe(0);
    expect(isOverWithin(wait, 0)).toBe(0.5);
    // P(W > t) is ρ exp(−(1 − ρ) t ÷ work).
    expect(isOverWithin(wait, 2)).toBeCloseTo(1 - 0.5 * Math.exp(-1));
    expect(isOverWithin(waitForOne(0, 1), 0)).toBe(1);
  });
});
