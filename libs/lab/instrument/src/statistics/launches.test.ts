import { launchInterval, type Sample } from './launches';
import { meanInterval } from './bootstrap';
import { type Random, seededRandom } from './random';

const gaussian = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const RUNS = 4_000;

/** A run whose launches differ by 10 %, and blocks within a launch by 5 %; the truth is 0. */
const drawn = (random: Random, launches: number, blocks: number): Sample[] =>
  Array.from({ length: launches }, (_, launch) => {
    const effect = 0.1 * gaussian(random);
    return Array.from({ length: blocks }, () => ({ value: effect + 0.05 * gaussian(random), launch }));
  }).flat();

function coverage(
  launches: number,
  blocks: number,
  intervalOf: (samples: readonly Sample[]) => { low: number; high: number },
) {
  const random = seededRandom(13);
  let covered = 0;
  for (let run = 0; run < RUNS; run++) {
    const { low, high } = intervalOf(drawn(random, launches, blocks));
    if (low <= 0 && 0 <= high) covered++;
  }
  return covered / RUNS;
}

describe('the interval over launches', () => {
  it.each([
    [3, 6],
    [5, 4],
    [8, 2],
  ])(
    'covers the truth 93–97 %% of the time with %i launches of %i blocks, which differ by 10 %%',
    (launches, blocks) => {
      const share = coverage(launches, blocks, launchInterval);
      expect(share).toBeGreaterThanOrEqual(0.93);
      expect(share).toBeLessThanOrEqual(0.97);
    },
  );

  it('is what an interval over blocks is not: that covers it less than 80 % of the time', () => {
    const overBlocks = (samples: readonly Sample[]) =>
      meanInterval(
        samples.map(({ value }) => value),
        { resamples: 200 },
      );
    expect(coverage(5, 4, overBlocks)).toBeLessThan(0.8);
  });

  it('gives every launch the same weight, however many of its blocks are complete', () => {
    const samples = [
      ...[1, 1, 1, 1, 1, 1].map((value) => ({ value, launch: 0 })),
      ...[3, 3].map((value) => ({ value, launch: 1 })),
    ];
    expect(launchInterval(samples).estimate).toBe(2);
  });

  it('is over the blocks of the only launch', () => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6];
    expect(launchInterval(values.map((value) => ({ value, launch: 0 })))).toEqual(meanInterval(values));
  });
});
