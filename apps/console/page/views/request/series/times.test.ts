import { byStack, jitter, sharesOf } from './times';

const sample = (stack: 'monolith' | 'micro', ms: number, isWarmUp = false) => ({ stack, ms, isWarmUp });

describe('the times of a series', () => {
  it('are those of each stack that count, in the order of the topologies', () => {
    const samples = [sample('micro', 9, true), sample('micro', 3), sample('monolith', 1), sample('micro', 2)];
    expect(byStack(samples)).toEqual([
      { stack: 'monolith', times: [1] },
      { stack: 'micro', times: [3, 2] },
    ]);
  });

  it('become the share that is within each', () => {
    expect(sharesOf([4, 1, 2, 3])).toEqual([
      { ms: 1, share: 0.25 },
      { ms: 2, share: 0.5 },
      { ms: 3, share: 0.75 },
      { ms: 4, share: 1 },
    ]);
  });

  it('are strewn within their row, the same way each time', () => {
    const strewn = Array.from({ length: 200 }, (_, at) => jitter(at));
    expect(Math.min(...strewn)).toBeGreaterThanOrEqual(-0.5);
    expect(Math.max(...strewn)).toBeLessThan(0.5);
    expect(new Set(strewn.map((value) => value.toFixed(3))).size).toBeGreaterThan(150);
  });
});
