import { madeUpResults } from '@jobly/lab/fixtures/results';
import type { Results } from '@jobly/lab/results';
import { whatACacheGives } from './conclude';

type Interval = Results['comparisons'][number]['interval'];

const around = (estimate: number): Interval => ({ estimate, low: 0.9 * estimate, high: 1.1 * estimate });

/** A run in which a cache of 10 s multiplied the p50 and the requests/s by these factors. */
function aRun(change: Partial<Results> = {}, behind = around(0.99), bound: 'at least' | null = 'at least'): Results {
  const made = madeUpResults({ experiment: 'cache' });
  const [open, second, third] = made.workloads;
  const closed = { ...third!, option: open!.option, rate: null };
  const compared = (workload: string, metric: string, base: string, other: string, interval: Interval) => ({
    ...{ workload, metric, base, other, interval, as: 'ratio' as const, unit: '', bound: null, blocks: 8 },
  });
  const p50 = (base: string, other: string, interval: Interval) =>
    compared(open!.name, 'response p50', base, other, interval);
  const served = (base: string, other: string, times: number, bound: 'at least' | null) => ({
    ...compared(closed.name, 'throughput', base, other, around(times)),
    bound,
  });
  return {
    ...made,
    workloads: [open!, second!, closed],
    comparisons: [
      p50('monolith: no cache', 'monolith: 10 s', around(0.25)),
      p50('micro: no cache', 'micro: 10 s', around(0.12)),
      p50('monolith: no cache', 'micro: no cache', around(2.1)),
      p50('monolith: 10 s', 'micro: 10 s', behind),
      served('monolith: no cache', 'monolith: 10 s', 6, null),
      served('micro: no cache', 'micro: 10 s', 15, bound),
    ],
    tradeoffs: [
      {
        ...{
          name: 'freshness',
          title: 'What it costs',
          note: '',
          x: { name: 'age', unit: 's' },
          y: { name: 'fetched', unit: '%' },
        },
        points: [
          { name: 'no cache', x: 0, y: 100 },
          { name: '10 s', x: 10.4, y: 9.2 },
        ],
      },
    ],
    ...change,
  };
}

describe('the verdict on a cache', () => {
  it('says what it gives to each stack, what it makes of their difference, and what it takes', () => {
    expect(whatACacheGives(aRun())).toBe(
      'Behind a cache of 10 s, GET /companies/:handle has at monolith 0.25 times the p50 and 6.00 times the requests/s, and at micro 0.12 times the p50 and at least 15.0 times the requests/s that it has without. ' +
        'Without the cache micro’s p50 is 2.10 times monolith’s, and behind it not detectably different from monolith’s. ' +
        'Of a steady demand 91 % does not reach the stacks, and a change is not seen for up to 10.4 s.',
    );
  });

  it('claims no lower bound where the generator could have done more', () => {
    expect(whatACacheGives(aRun({}, around(0.99), null))).toContain('and 15.0 times the requests/s');
  });

  it('says how different the stacks are behind it, if they are', () => {
    expect(whatACacheGives(aRun({}, around(1.4)))).toContain('and behind it 1.40 times monolith’s.');
  });

  it('takes every figure from its own operation and its own trade-off, wherever they stand', () => {
    const { comparisons, tradeoffs, workloads } = aRun();
    const elsewhere = comparisons.map((one) => ({ ...one, workload: workloads[1]!.name, interval: around(7) }));
    const [freshness] = tradeoffs;
    const points = freshness!.points.map((point) => ({ ...point, x: 77, y: 77 }));
    const run = aRun({
      comparisons: [...elsewhere, ...comparisons],
      tradeoffs: [{ ...freshness!, name: 'another', points }, freshness!],
    });
    expect(whatACacheGives(run)).toBe(whatACacheGives(aRun()));
  });

  it('leaves out what was not looked at any more', () => {
    expect(whatACacheGives(aRun({ tradeoffs: [] }))).toMatch(/different from monolith’s\.$/);
  });

  it('concludes nothing of its own where an operation was left out', () => {
    const [first] = aRun().comparisons;
    expect(whatACacheGives(aRun({ comparisons: [first!] }))).toBeUndefined();
  });
});
