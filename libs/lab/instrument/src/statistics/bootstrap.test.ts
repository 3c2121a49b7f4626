import { meanInterval } from './bootstrap';
import { type Random, seededRandom } from './random';

const RUNS = 2_000;

const gaussian = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const distributions = {
  normal: { draw: gaussian, mean: 0 },
  skewed: { draw: (random: Random) => Math.exp(0.4 * gaussian(random)), mean: Math.exp(0.08) },
  heavyTailed: { draw: (random: Random) => gaussian(random) / Math.sqrt(gammaOf3(random) / 3), mean: 0 },
};

/** Half a χ² with 6 degrees of freedom, so that the ratio above is Student's t with 6. */
const gammaOf3 = (random: Random) => -Math.log((1 - random()) * (1 - random()) * (1 - random()));

function coverage({ draw, mean }: (typeof distributions)['normal'], blocks: number): number {
  const random = seededRandom(20);
  let covered = 0;
  for (let run = 0; run < RUNS; run++) {
    const values = Array.from({ length: blocks }, () => draw(random));
    const { low, high } = meanInterval(values, { seed: run, resamples: 400 });
    if (low <= mean && mean <= high) covered++;
  }
  return covered / RUNS;
}

describe('the interval of a mean', () => {
  for (const blocks of [8, 12, 20]) {
    it.each(['normal', 'skewed'] as const)(
      `covers the truth 93–97 % of the time with ${blocks} blocks of %s data`,
      (name) => {
        const share = coverage(distributions[name], blocks);
        expect(share).toBeGreaterThanOrEqual(0.93);
        expect(share).toBeLessThanOrEqual(0.97);
      },
    );

    it(`errs on the wide side, if at all, with ${blocks} blocks of heavy-tailed data`, () => {
      expect(coverage(distributions.heavyTailed, blocks)).toBeGreaterThanOrEqual(0.945);
    });
  }

  it('agrees with the classic bootstrap-t on a known sample', () => {
    // Student's t gives 5.5 ± 2.166 for 1…10; a studentised bootstrap of evenly spread values comes close to it.
    const { estimate, low, high } = meanInterval([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { resamples: 20_000 });
    expect(estimate).toBe(5.5);
    expect(high - estimate).toBeCloseTo(estimate - low, 10);
    expect(high - estimate).toBeGreaterThan(2);
    expect(high - estimate).toBeLessThan(2.5);
  });

  it('is the same for the same seed and wider for more confidence', () => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6];
    expect(meanInterval(values, { seed: 7 })).toEqual(meanInterval(values, { seed: 7 }));
    expect(meanInterval(values, { confidence: 0.99 }).high).toBeGreaterThan(meanInterval(values).high);
  });

  it('is a point when every block says the same', () => {
    expect(meanInterval([2, 2, 2, 2])).toEqual({ estimate: 2, low: 2, high: 2 });
  });

  it('refuses fewer than four blocks', () => {
    expect(() => meanInterval([1, 2, 3])).toThrow('at least 4 blocks');
  });
});
