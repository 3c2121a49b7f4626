import { madeUpResults } from '@jobly/lab/fixtures/results';
import { priceOfAsking } from './conclude';

/** The p50 that `jwks` adds to each of two cases of one operation. */
function aRun() {
  const made = madeUpResults();
  const [first, second] = made.workloads;
  const added = (workload: string, low: number, high: number) => ({
    ...{ workload, base: 'without', other: 'jwks', metric: 'response p50', as: 'difference' as const, unit: 'ms' },
    ...{ interval: { estimate: (low + high) / 2, low, high }, bound: null, blocks: 8 },
  });
  return {
    ...made,
    workloads: [first!, { ...second!, operation: first!.operation }],
    comparisons: [added(second!.name, 3, 5), added(first!.name, 0.2, 0.4)],
  };
}

describe('the verdict on authentication', () => {
  it('says what every mode adds to the first case, also if another one has the same operation', () => {
    expect(priceOfAsking(aRun())).toBe(
      'To the median of GET /companies/:handle, knowing who is calling adds: jwks +0.30 ms.',
    );
  });

  it('leaves out mistakes', () => {
    const run = aRun();
    const arms = [{ name: 'jwks', repeats: null, mistake: true }];
    expect(priceOfAsking({ ...run, arms })).toBeUndefined();
  });
});
