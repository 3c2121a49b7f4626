import { quantileInterval } from './order-statistics';
import { seededRandom } from './random';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('the interval of a quantile between two of the values', () => {
  it('has the ranks of the tables', () => {
    // Conover's table A3: of the binomial distribution for n = 20 and p = 0.5, 2.07 % lie at 5 and below.
    expect(quantileInterval(upTo(20), 0.5)).toEqual({ estimate: 10, low: 6, high: 15 });
  });

  it('does not depend on the order of the values', () => {
    expect(quantileInterval(upTo(50).reverse(), 0.5)).toEqual(quantileInterval(upTo(50), 0.5));
  });

  it('is unbounded where the values are too few to tell', () => {
    expect(quantileInterval(upTo(20), 0.95)).toMatchObject({ estimate: 19, high: Infinity });
    expect(quantileInterval(upTo(3), 0.5)).toEqual({ estimate: 2, low: -Infinity, high: Infinity });
  });

  it('bounds the 95th percentile of 200 values, of thousands, too', () => {
    expect(quantileInterval(upTo(200), 0.95)).toEqual({ estimate: 190, low: 184, high: 197 });
    const { low, high } = quantileInterval(upTo(5_000), 0.95);
    expect([low, high]).toEqual([4_719, 4_781]);
  });

  it.each([0.5, 0.95])('holds the quantile of a skewed distribution at %p nearly always', (share) => {
    const random = seededRandom(7);
    const truth = -Math.log(1 - share);
    const held = upTo(2_000).filter(() => {
      const { low, high } = quantileInterval(
        upTo(200).map(() => -Math.log(1 - random())),
        share,
      );
      return low <= truth && truth <= high;
    });
    expect(held.length / 2_000).toBeGreaterThan(0.945);
  });
});
