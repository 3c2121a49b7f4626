import { saturationResults } from '@jobly/lab/fixtures/results';
import type { MeasuredBlock, Results } from '@jobly/lab/results';
import { capacitiesTable } from './capacities';

const LAUNCHES = 4;

/** A run in which the monolith serves 1,000 requests/s in a closed loop, and so many of those offered at 130 %. */
function aRun(openly: (launch: number) => number): Results {
  const made = saturationResults();
  const { blocks, workloads, curves, settings } = made;
  const [saturated] = workloads;
  const { result, ...like } = blocks[0]!;
  const block = (workload: string, pair: number, counts: Partial<MeasuredBlock['result']>): MeasuredBlock => ({
    ...like,
    ...{ workload, pair, launch: pair, arm: 'monolith' },
    result: { ...result, ...counts },
  });
  const lasted = { measuredMs: 2_000 };
  return {
    ...made,
    workloads: [...workloads, { ...saturated!, name: 'at 130 %', share: 1.3 }],
    curves: curves.map((curve) => ({ ...curve, workload: saturated!.name })),
    blocks: Array.from({ length: LAUNCHES }, (_, pair) => [
      block(saturated!.name, pair, { answered: 2_000, ...lasted }),
      block('at 130 %', pair, { sent: openly(pair) * ((settings.leadInMs + 2_000) / 1_000), ...lasted }),
      block('at 50 %', pair, { sent: 1_000, ...lasted }),
    ]).flat(),
  };
}

const verdictOn = (openly: (launch: number) => number) => capacitiesTable(aRun(openly))!.rows;

describe('two ways to a capacity', () => {
  it('are put side by side, with what was served of the highest rate, lead-in included', () => {
    expect(verdictOn(() => 980)).toEqual([
      ['GET /companies/:handle, as deployed', 'monolith', '1,000', '980', '0.98 (0.98 to 0.98)', 'they agree'],
    ]);
  });

  it('differ where the interval leaves no other possibility', () => {
    expect(verdictOn(() => 900)[0]!.at(-1)).toBe('they differ');
    expect(verdictOn((launch) => (launch % 2 === 0 ? 900 : 1_000))[0]!.at(-1)).toBe('they agree');
  });

  it('are unknown without a closed loop', () => {
    expect(capacitiesTable({ ...aRun(() => 980), curves: [] })).toBeUndefined();
  });
});
