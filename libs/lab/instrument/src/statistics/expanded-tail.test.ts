import { expandedTail } from './expanded-tail';

describe('the expanded tail of a percentile interval', () => {
  it.each([
    [5, 0.00096],
    [10, 0.00856],
    [20, 0.0159],
    [1_000, 0.0249],
  ])('agrees with Student’s distribution for %i values', (n, share) => {
    expect(expandedTail(n, 0.95) / share).toBeCloseTo(1, 1);
  });
});
