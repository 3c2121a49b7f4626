import { madeUpResults } from '../results.fixture';
import { findingsOf } from './findings';

const [compared] = madeUpResults().comparisons;

describe('the findings of a run', () => {
  it('keep arms apart whose names together read alike', () => {
    const comparisons = [
      { ...compared!, base: 'c', other: 'a ÷ b' },
      { ...compared!, base: 'b ÷ c', other: 'a' },
    ];
    expect(findingsOf([madeUpResults({ comparisons })]).map(({ rows }) => rows.length)).toEqual([1, 1]);
  });

  it('of several runs stand case beside case, also if two cases are of one operation', () => {
    const { workloads } = madeUpResults();
    const alike = workloads.map((one) => ({ ...one, operation: 'GET /jobs' }));
    const [p50] = findingsOf([madeUpResults({ workloads: alike }), madeUpResults({ workloads: alike })]);
    const cases = p50!.rows.map(({ workload, run }) => `${workload} ${run}`);
    expect(cases).toEqual(workloads.flatMap(({ name }) => [`${name} 0`, `${name} 1`]));
  });
});
