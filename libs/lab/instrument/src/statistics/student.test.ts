import { studentQuantile } from './student';

describe('Student’s distribution', () => {
  it.each([
    [1, 0.975, 12.7062],
    [2, 0.975, 4.30265],
    [3, 0.995, 5.84091],
    [4, 0.975, 2.77645],
    [9, 0.975, 2.26216],
    [1_000, 0.975, 1.96234],
  ])('has the tabulated quantile for %i degrees of freedom at %d', (freedom, share, quantile) => {
    expect(studentQuantile(share, freedom) / quantile).toBeCloseTo(1, 5);
  });

  it('has its median at zero', () => {
    expect(studentQuantile(0.5, 5)).toBeCloseTo(0, 6);
  });
});
