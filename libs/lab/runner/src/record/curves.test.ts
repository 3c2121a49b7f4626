import { measuredBlock } from '@jobly/lab/fixtures/results';
import { type MeasuredBlock, throughput } from '@jobly/lab/results';
import { jobDetail } from '@jobly/lab/system-under-test';
import type { Case } from '../experiment/case';
import { saturationCaseOf } from '../plan/saturation';
import { saturationOf } from './curves';

describe('saturation', () => {
  const configuration = { name: 'free', description: 'as they are' };
  const arms = ['monolith', 'micro'].map((name) => ({ name, origin: `http://${name}` }));
  const rungs = [0.5, 1, 2];
  const cases = rungs.map((share): Case => ({
    name: `job-detail at ${share}`,
    workload: jobDetail,
    configuration,
    arms,
    load: { loop: 'share', arrivals: 'poisson', share },
  }));

  /** Answers in 10 ms up to its limit and in 100 ms at twice the limit. */
  const blocksOf = (arm: string, limit: number): MeasuredBlock[] =>
    [0, 1, 2, 3].flatMap((pair) =>
      cases.map(({ name }, index) => {
        const offered = limit * rungs[index]!;
        const done = { answered: Math.min(offered, limit), measuredMs: 1_000 };
        return measuredBlock(arm, pair, offered > limit ? 100 : 10, done, { workload: name, offered });
      }),
    );
  const comparisons = [{ base: 'monolith', other: 'micro', as: 'ratio', metric: throughput }] as const;
  const blocks = [...blocksOf('monolith', 1_000), ...blocksOf('micro', 250)];
  const found = saturationOf({ p99LimitMs: Math.sqrt(1_000), comparisons }, cases, blocks, 1);

  it('has a curve for each arm, one point for each rate', () => {
    expect(
      found.curves.map(({ arm, points }) => [arm, points.map(({ offered, achieved }) => [offered, achieved])]),
    ).toEqual([
      [
        'monolith',
        [
          [500, 500],
          [1_000, 1_000],
          [2_000, 1_000],
        ],
      ],
      [
        'micro',
        [
          [125, 125],
          [250, 250],
          [500, 250],
        ],
      ],
    ]);
  });

  it('finds the highest rate of each, and how many times as much the one can take as the other', () => {
    expect(found.curves.map(({ highest }) => Math.round(highest!.estimate))).toEqual([1_500, 375]);
    const [ratio] = found.comparisons;
    expect(ratio!.workload).toBe(saturationCaseOf('job-detail', 'free'));
    expect(ratio!.interval.estimate).toBeCloseTo(0.25, 3);
  });

  it('leaves out a pair of which a rate is missing, and is silent where too few are left', () => {
    const cut = blocks.filter(({ pair, workload }) => pair > 0 || workload !== cases[1]!.name);
    const { curves, comparisons: none } = saturationOf({ p99LimitMs: 50, comparisons }, cases, cut, 1);
    expect(curves.every(({ highest }) => highest === null)).toBe(true);
    expect(none).toEqual([]);
  });
});
