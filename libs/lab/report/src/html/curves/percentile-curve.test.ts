import { madeUpResults } from '@jobly/lab/fixtures/results';
import { createDurations } from '@jobly/lab/instrument';
import type { Results } from '@jobly/lab/results';
import { percentileCurves } from './percentile-curve';

/** Blocks of one arm, each with these durations. */
function resultsWith(...blocks: number[][]): Results {
  const results = madeUpResults();
  const [template] = results.blocks;
  return {
    ...results,
    blocks: blocks.map((values, pair) => {
      const durations = createDurations();
      values.forEach(durations.record);
      return { ...template!, pair, result: { ...template!.result, response: durations.encode() } };
    }),
  };
}

const upTo = (count: number, offset = 0) => Array.from({ length: count }, (_, index) => index + 1 + offset);

const curveOf = (...blocks: number[][]) => percentileCurves(resultsWith(...blocks), 'company-detail')[0]!;

describe('a percentile curve', () => {
  it('reads the percentiles of all blocks together', () => {
    const { line } = curveOf(upTo(500), upTo(500, 500));
    const at = (x: number) => line.find((point) => Math.abs(point.x - x) < 1e-9)!.ms;
    expect(at(0)).toBe(1);
    expect(at(1)).toBeCloseTo(900, -1);
    expect(at(2)).toBeCloseTo(990, -1);
  });

  it('ends where fewer than ten samples lie beyond, and its band earlier', () => {
    const { line, band } = curveOf(upTo(500), upTo(500));
    expect(line.at(-1)!.x).toBeCloseTo(2);
    expect(band.at(-1)!.x).toBeCloseTo(Math.log10(50));
  });

  it('lies within the band of its blocks', () => {
    const { line, band } = curveOf(upTo(400), upTo(300, 50), upTo(200, 100));
    for (const [index, { low, high }] of band.slice(0, -1).entries()) {
      expect(line[index]!.ms).toBeGreaterThanOrEqual(low);
      expect(line[index]!.ms).toBeLessThanOrEqual(high);
    }
  });

  it('has no band of one block, and nothing at all of a handful of samples', () => {
    expect(curveOf(upTo(100)).band).toEqual([]);
    expect(curveOf(upTo(9)).line).toEqual([]);
  });
});
