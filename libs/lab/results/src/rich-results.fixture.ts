import type { Results } from './results';
import { concluded, madeUpResults } from './results.fixture';

const MIX = {
  name: 'mix',
  option: 'mix',
  operation: 'a mix of reads and writes',
  mix: { 'GET /jobs': 0.5, 'GET /jobs/:id': 0.375, 'POST /users/:username/jobs/:id': 0.125 },
};

/** The same run in two configurations; the second measured only two of its operations, one of them as a mix. */
export function twoConfigurations(changes: Partial<Results> = {}): Results {
  const once = madeUpResults();
  const again = (name: string) => `${name}, equal CPU`;
  const [first, second] = once.workloads;
  const repeated = [first!, second!].map(({ name }) => name);
  const inSecond = <T extends { workload: string; arm?: string; other?: string }>(all: readonly T[]): T[] =>
    all
      .filter(({ workload, arm, other }) => repeated.includes(workload) && !(arm ?? other)!.endsWith('again'))
      .map((one) => ({ ...one, workload: again(one.workload) }));
  return concluded({
    ...once,
    configurations: [...once.configurations, { name: 'equal CPU', description: 'both stacks on one CPU' }],
    workloads: [
      ...once.workloads,
      { ...first!, ...MIX, name: again(first!.name), configuration: 'equal CPU' },
      { ...second!, name: again(second!.name), configuration: 'equal CPU' },
    ],
    summaries: [...once.summaries, ...inSecond(once.summaries)],
    comparisons: [...once.comparisons, ...inSecond(once.comparisons)],
    blocks: [...once.blocks, ...inSecond(once.blocks)],
    ...changes,
  });
}

/** With the CPU time, the memory and the mutual calls of processes. */
export function withCosts(results: Results): Results {
  const micro = { gateway: 612, 'users service': 0.2, 'companies service': 540, 'jobs service': 588 };
  const databases = { 'PostgreSQL: jobly_users': 0, 'PostgreSQL: jobly_companies': 96, 'PostgreSQL: jobly_jobs': 118 };
  const monolith = { monolith: 402, 'PostgreSQL: jobly': 97 };
  return {
    ...results,
    summaries: results.summaries.map((summary) => ({
      ...summary,
      cpuByProcess: summary.arm === 'micro' ? { ...micro, ...databases } : monolith,
    })),
    costs: results.workloads.slice(0, 3).flatMap(({ operation }) => [
      { operation, arm: 'monolith', statements: 1, calls: 0, bytes: 1_420 },
      { operation, arm: 'micro', statements: 2, calls: 2, bytes: 5_310 },
    ]),
    databases: [...Object.keys(databases), 'PostgreSQL: jobly'],
    memory: [
      ...Object.keys(monolith).map((process) => ({ stack: 'monolith' as const, process, peakMiB: 90 })),
      ...Object.keys({ ...micro, ...databases }).map((process) => ({ stack: 'micro' as const, process, peakMiB: 75 })),
    ],
  };
}

/** One operation broken down at both stacks, with a negative remainder. */
export const stackWaterfall: Results['waterfalls'][number] = {
  operation: 'GET /jobs/:id',
  what: 'time of a request',
  arms: [
    {
      arm: 'monolith',
      parts: [
        { name: 'validation and rules', ms: 0.31 },
        { name: 'database', ms: 0.36 },
        { name: 'remainder', ms: 0.11 },
      ],
    },
    {
      arm: 'micro',
      parts: [
        { name: 'gateway', ms: 0.52 },
        { name: 'hops', ms: 0.74 },
        { name: 'serialisation', ms: 0.18 },
        { name: 'authentication', ms: 0.05 },
        { name: 'validation and rules', ms: 0.49 },
        { name: 'database', ms: 0.41 },
        { name: 'remainder', ms: -0.04 },
      ],
    },
  ],
};

/** One arm, layer upon layer. */
export const layerWaterfall: Results['waterfalls'][number] = {
  operation: 'GET /jobs/:id',
  what: 'median time of a request',
  arms: [
    {
      arm: 'gateway',
      parts: [
        { name: 'HTTP on node:http', ms: 0.21 },
        { name: 'PostgreSQL and its driver', ms: 0.33, interval: { low: 0.28, high: 0.38 }, certain: true },
        { name: 'Express', ms: 0.06, interval: { low: 0.01, high: 0.11 }, certain: true },
        {
          name: 'validation, context, metrics and modules',
          ms: 0.18,
          interval: { low: 0.13, high: 0.23 },
          certain: true,
        },
        { name: 'calls between modules through JSON', ms: -0.02, interval: { low: -0.07, high: 0.03 }, certain: false },
        { name: 'the call to another service over HTTP', ms: 0.62, interval: { low: 0.57, high: 0.67 }, certain: true },
        { name: 'the gateway', ms: 0.55, interval: { low: 0.5, high: 0.6 }, certain: true },
        { name: 'not attributed to a layer', ms: 0.04, certain: false },
      ],
    },
  ],
};

/** Possible findings beside the blocks: a table in words, a trade-off, a plot and a timeline. */
export const supplement: Pick<Results, 'tables' | 'tradeoffs' | 'plots' | 'timelines'> = {
  tables: [
    {
      title: 'While the users service is down',
      note: 'What each request is answered with.',
      head: ['mode', 'GET /companies', 'POST /jobs'],
      rows: [
        ['jwks', '200', '201'],
        ['introspect', '200', '503'],
      ],
    },
  ],
  tradeoffs: [
    {
      title: 'What it costs to know at once',
      note: 'Left and low is best.',
      x: { name: 'CPU per 1,000 requests', unit: 'ms' },
      y: { name: 'a deleted user is let in for', unit: 's' },
      points: [
        { name: 'micro: jwks', x: 210, y: 60 },
        { name: 'micro: introspect', x: 1_240, y: 0.05 },
        { name: 'micro: introspect-cached', x: 330, y: 30 },
        { name: 'micro: gateway', x: 180, y: 58.5 },
      ],
    },
  ],
  plots: [
    {
      title: 'What is left of it',
      note: 'With 95 % intervals.',
      x: { name: 'offered', unit: '× peak' },
      y: { name: 'good', unit: '%' },
      lines: [
        {
          name: 'monolith',
          points: [
            { x: 1, y: 98, low: 95, high: 101 },
            { x: 5, y: 82, low: 70, high: 94 },
          ],
        },
        {
          name: 'monolith',
          dashed: true,
          points: [
            { x: 1, y: 90, low: 80, high: 100 },
            { x: 5, y: 2, low: 0, high: 4 },
          ],
        },
      ],
      dashed: 'without admission control',
    },
  ],
  timelines: [
    {
      title: 'One dies and one is added',
      note: 'By who answered.',
      what: 'reads',
      binMs: 500,
      series: [
        { name: 'monolith 2', counts: [25, 25, 45, 25, 25, 25] },
        { name: 'monolith 1', counts: [25, 20, 0, 0, 0, 0] },
        { name: 'monolith 3', counts: [0, 0, 0, 20, 25, 25] },
      ],
      failed: [0, 5, 3, 0, 0, 0],
      marks: [
        { name: 'monolith 1 killed', moment: 'killed', ms: 900 },
        { name: 'monolith 3 started', moment: 'started', ms: 1_000 },
        { name: 'monolith 3 answers its first read', moment: 'first', ms: 1_620 },
      ],
      panels: [
        {
          name: 'replicas',
          unit: '',
          lines: [
            {
              name: 'ready',
              stepped: true,
              points: [
                { ms: 0, value: 2 },
                { ms: 900, value: 1 },
                { ms: 3_000, value: 2 },
              ],
            },
            {
              name: 'needed',
              dashed: true,
              stepped: true,
              points: [
                { ms: 0, value: 2 },
                { ms: 3_000, value: 2 },
              ],
            },
          ],
        },
      ],
    },
  ],
};

/** A shop in one process: two modules that need each other, and a database. */
export const shopGraph: Results['graphs'][number] = {
  arm: 'shop',
  note: 'Without its back door.',
  boxes: [
    { id: 'client', kind: 'client', name: 'client', details: [] },
    { id: 'shop', kind: 'process', name: 'shop', tag: ':80', details: [] },
    { id: 'orders', kind: 'module', name: 'orders', tag: 'module', details: [], within: 'shop' },
    { id: 'stock', kind: 'module', name: 'stock', tag: 'module', details: [], within: 'shop' },
    { id: 'db', kind: 'database', name: 'db', details: ['orders', 'items'] },
  ],
  arrows: [
    { from: 'client', to: 'shop', kind: 'request', labels: [] },
    { from: 'shop', to: 'db', kind: 'tables', labels: [] },
    { from: 'orders', to: 'stock', kind: 'call', labels: ['find', 'reserve'] },
    { from: 'stock', to: 'orders', kind: 'event', labels: ['item-removed'] },
  ],
};

/** The made-up run with one comparison of two arms for each of these intervals, operation by operation. */
export function withIntervals(as: 'ratio' | 'difference', ...intervals: [low: number, high: number][]): Results {
  const { workloads } = madeUpResults();
  return madeUpResults({
    comparisons: intervals.map(([low, high], index) => ({
      workload: workloads[index]!.name,
      base: 'jobs service',
      other: 'gateway',
      metric: 'response p50',
      as,
      unit: as === 'ratio' ? '' : 'ms',
      interval: { estimate: (low + high) / 2, low, high },
      bound: null,
      blocks: 8,
    })),
  });
}

/** A run without blocks, which has observed a table and drawn its conclusion from it. */
export const studyResults = (): Results =>
  madeUpResults({
    ...{ experiment: 'made-up', configurations: [], workloads: [], arms: [], summaries: [], comparisons: [] },
    ...{ gates: [], blocks: [], tables: supplement.tables },
    settings: { ...madeUpResults().settings, load: null, blocks: 0, blockMs: 0, leadInMs: 0, warmUpMs: 0, warmUp: 0 },
    conclusion: { verdict: 'Only introspect stops.', tables: [] },
  });
