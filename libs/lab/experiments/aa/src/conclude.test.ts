import { withIntervals } from '@jobly/lab/fixtures/results';
import { noiseFloor } from './conclude';

describe('the verdict', () => {
  it('of a stack beside itself is how small a difference could have been seen', () => {
    const between = (low: number, high: number) => {
      const found = withIntervals('ratio', [low, high]);
      const comparisons = found.comparisons.map((one) => ({ ...one, base: 'monolith', other: 'monolith again' }));
      return noiseFloor({ ...found, comparisons });
    };
    expect(between(0.98, 1.0204)).toBe(
      'No detectable difference: monolith beside itself is known to ±2.0 % in response p50.',
    );
    expect(between(1.01, 1.03)).toMatch(
      /^The response p50 of monolith again is 1\.02× .* as one interval in twenty is/,
    );
  });
});
