import { highestRate } from './highest-rate';

describe('the highest rate within a limit of p99', () => {
  const rungs = [
    { rate: 300, p99: 10 },
    { rate: 100, p99: 1 },
    { rate: 400, p99: 1_000 },
    { rate: 200, p99: 5 },
  ];

  it('lies between the last rate that keeps it and the first that does not, p99 growing by factors', () => {
    const { rate, beyond } = highestRate(rungs, 100);
    expect(rate).toBeCloseTo(350, 6);
    expect(beyond).toBeNull();
  });

  it('is where the limit is crossed first, even if a higher rate happens to keep it again', () => {
    expect(highestRate([...rungs, { rate: 500, p99: 2 }], 100).rate).toBeCloseTo(350, 6);
  });

  it('lies above the highest rate if all keep the limit, and below the lowest if none does', () => {
    expect(highestRate(rungs, 2_000)).toEqual({ rate: 400, beyond: 'above' });
    expect(highestRate(rungs, 0.5)).toEqual({ rate: 100, beyond: 'below' });
    expect(() => highestRate([], 1)).toThrow(RangeError);
  });
});
