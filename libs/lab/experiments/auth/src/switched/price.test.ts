import { madeUpResults } from '@jobly/lab/fixtures/results';
import type { Results } from '@jobly/lab/results';
import { priceInWords, priceTable } from './price';
import { armsOf, switched } from './stacks';

const [hs256] = switched;
const { verified, read, again } = armsOf(hs256!);

/** A run in which verification added so much to the median, in ms, and to the CPU time, in µs. */
function aRun(p50: [number, number, number], cpu: [number, number, number]): Results {
  const made = madeUpResults();
  const difference = (metric: string, other: string, [estimate, low, high]: [number, number, number]) => ({
    ...{ workload: made.workloads[0]!.name, base: read, other, metric, as: 'difference' as const, unit: 'ms' },
    ...{ interval: { estimate, low, high }, bound: null, blocks: 40 },
  });
  return {
    ...made,
    comparisons: [
      difference('response p50', verified, p50),
      difference('response p50', again, [0.002, -0.014, 0.018]),
      difference('CPU per 1,000 requests', verified, cpu),
    ],
  };
}

describe('the price of verifying a token', () => {
  const found = aRun([0.057, 0.044, 0.07], [47, 30, 64]);

  it('is the difference that the switch makes, with its interval and the noise beside it', () => {
    expect(priceTable(found)!.rows).toEqual([
      [
        'monolith: shared-secret',
        'HS256',
        '+0.057 (0.044 to 0.070) ms',
        '+47.0 (30.0 to 64.0) µs',
        '+0.047 (0.030 to 0.064)',
        '≈ +0.002 (−0.014 to 0.018) ms',
      ],
    ]);
    expect(priceInWords(found)).toBe(
      'Verifying a token adds this CPU time to a request: monolith: shared-secret (HS256) +47.0 µs (30.0 to 64.0).',
    );
  });

  it('is a bound where it cannot be told from nothing', () => {
    expect(priceInWords(aRun([0.01, -0.02, 0.04], [5, -12, 22]))).toContain(
      'monolith: shared-secret (HS256) nothing detectable (−12.0 to 22.0 µs)',
    );
  });

  it('is unknown where nothing was switched', () => {
    expect(priceTable(madeUpResults())).toBeUndefined();
    expect(priceInWords(madeUpResults())).toBeUndefined();
  });
});
