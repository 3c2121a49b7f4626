import { changeBetween } from './change';

const interval = (low: number, estimate: number, high: number) => ({ low, estimate, high });

describe('the change of a figure between two runs', () => {
  it('is as uncertain as both figures together', () => {
    const { low, estimate, high } = changeBetween(interval(7, 10, 13), interval(16, 20, 24), 'difference');
    expect([low, estimate, high]).toEqual([5, 10, 15]);
  });

  it('is uncertain downwards by the lower end of the next figure and the upper end of the first', () => {
    const { low, high } = changeBetween(interval(10, 10, 13), interval(16, 20, 20), 'difference');
    expect([low, high]).toEqual([5, 10]);
  });

  it('of ratios is a ratio, the same read from either side', () => {
    const [one, other] = [interval(1.5, 2, 3), interval(4, 6, 7)];
    const [there, back] = [changeBetween(one, other, 'ratio'), changeBetween(other, one, 'ratio')];
    expect(there.estimate).toBeCloseTo(3);
    expect(1 / back.low).toBeCloseTo(there.high);
    expect(1 / back.high).toBeCloseTo(there.low);
  });
});
