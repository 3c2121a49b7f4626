import { seededRandom } from './random';
import { slopeInterval } from './slope';

const along = (errors: readonly number[]) => errors.map((error, x) => ({ x, y: 100 + 2 * x + error }));

describe('a slope', () => {
  it('is that of points on a line, without doubt', () => {
    const { estimate, low, high } = slopeInterval(along([0, 0, 0, 0]));
    expect(estimate).toBeCloseTo(2, 9);
    expect(high - low).toBeCloseTo(0, 9);
  });

  it('has the interval of the textbooks', () => {
    // Errors orthogonal to the line: s² = 4 / 2, Σ(x − x̄)² = 5, t(0.975; 2) = 4.303.
    const { estimate, high } = slopeInterval(along([1, -1, -1, 1]));
    expect(estimate).toBeCloseTo(2, 9);
    expect(high - estimate).toBeCloseTo(4.303 * Math.sqrt(2 / 5), 3);
  });

  it('lies in its interval as often as that says', () => {
    const random = seededRandom(7);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const runs = Array.from({ length: 2_000 }, () => slopeInterval(along(Array.from({ length: 10 }, normal))));
    const covered = runs.filter(({ low, high }) => low <= 2 && 2 <= high).length / runs.length;
    expect(covered).toBeGreaterThan(0.935);
    expect(covered).toBeLessThan(0.965);
  });

  it('needs more than two points', () => {
    expect(() => slopeInterval(along([0, 0]))).toThrow(RangeError);
  });
});
