import { madeUpResults } from '@jobly/lab/fixtures/results';
import { type Compared, responseP50, type Summary } from '@jobly/lab/results';
import { layersOf } from './layers';

const layers = {
  of: 'a request',
  steps: [
    { arm: 'null server', adds: 'HTTP' },
    { arm: 'bare', adds: 'PostgreSQL' },
    { arm: 'Express', adds: 'Express' },
  ],
};

const [some] = madeUpResults().summaries;

const summaryOf = (arm: string, p50: number | null): Summary => ({
  ...some!,
  ...{ workload: 'job-detail', arm, cpuMsPerThousand: null },
  response: { ...some!.response, p50 },
});

const step = (base: string, other: string, low: number, high: number): Compared => ({
  ...{ workload: 'job-detail', base, other, metric: responseP50.name, as: 'difference', unit: 'ms' },
  ...{ interval: { estimate: (low + high) / 2, low, high }, bound: null, blocks: 8 },
});

const splitOf = (last: number | null) =>
  layersOf(
    layers,
    [step('null server', 'bare', 0.3, 0.5), step('bare', 'Express', -0.1, 0.2)],
    [summaryOf('null server', 0.2), summaryOf('bare', 0.6), summaryOf('Express', last)],
    () => 'GET /jobs/:id',
  );

describe('a request through all layers', () => {
  it('is the first server’s time and what each further layer adds, with its interval', () => {
    const [{ what, arms }] = splitOf(0.65) as [ReturnType<typeof splitOf>[number]];
    expect(what).toBe('median time of a request');
    expect(arms[0]!.parts.slice(0, 3)).toEqual([
      { name: 'HTTP', ms: 0.2 },
      { name: 'PostgreSQL', ms: 0.4, interval: { low: 0.3, high: 0.5 }, certain: true },
      { name: 'Express', ms: 0.05, interval: { low: -0.1, high: 0.2 }, certain: false },
    ]);
  });

  it('ends at the last server’s own time, whatever the steps add up to', () => {
    const [{ arms }] = splitOf(0.8) as [ReturnType<typeof splitOf>[number]];
    const { name, ms } = arms[0]!.parts.at(-1)!;
    expect(name).toBe('not attributed to a layer');
    expect(ms).toBeCloseTo(0.15);
  });

  it('is not split where the last server has too few samples', () => {
    expect(splitOf(null)).toEqual([]);
  });
});
