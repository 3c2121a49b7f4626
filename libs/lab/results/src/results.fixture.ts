import { createDurations, type Random, seededRandom } from '@jobly/lab/instrument';
import { compare } from './figures/comparison';
import { cpuPerThousand, responseP50, responseP95 } from './figures/metrics';
import { summarise } from './figures/summary';
import type { MeasuredBlock } from './measured';
import { inGeneral } from './reading/in-general';
import type { Figures, Results } from './results';

const OPERATIONS = [
  { name: 'company-detail', operation: 'GET /companies/:handle', slower: 1.9, samples: 400 },
  { name: 'job-detail', operation: 'GET /jobs/:id', slower: 1.6, samples: 400 },
  { name: 'company-list', operation: 'GET /companies?nameLike=…', slower: 1, samples: 60 },
];

const REPEAT = 'monolith again';
const ARMS = ['monolith', 'micro', REPEAT];
const PAIRS = 8;

const between = { base: 'monolith', other: 'micro', as: 'ratio' } as const;
const COMPARISONS = [
  { ...between, metric: responseP50 },
  { ...between, metric: responseP95 },
  { ...between, metric: cpuPerThousand },
  { base: 'monolith', other: REPEAT, as: 'ratio', metric: responseP50 },
] as const;

/**
 * A complete and valid made-up run: two operations are slower in micro, the third one is not. Its verdict is the
 * general one.
 */
export function madeUpResults(changes: Partial<Results> = {}): Results {
  const figures: Figures = {
    format: 'jobly-lab-results',
    version: 3,
    experiment: 'compare',
    question: 'How much slower is an operation?',
    hypothesis: 'Every operation pays one hop.',
    startedAt: '2026-03-01T12:00:00.000Z',
    durationMs: 65_000,
    outcome: 'complete',
    valid: true,
    reasons: [],
    settings: {
      load: { loop: 'open', arrivals: 'poisson', rate: 200 },
      launches: 1,
      operations: [],
      blocks: PAIRS,
      blockMs: 2_000,
      leadInMs: 200,
      warmUpMs: 2_000,
      warmUp: 0,
      seed: 42,
      quick: false,
      stacks: 'started',
      precision: null,
    },
    machine: {
      cpu: 'Example CPU',
      cpus: 4,
      memoryGiB: 16,
      system: 'Linux 6.18',
      loadBefore: 0.1,
      speed: { rs256Us: 41.3, jsonUs: 71, queryUs: 123 },
      versions: { node: '24.21.0', express: '5.3.0', commit: 'abc1234' },
    },
    equivalence: { compared: 61 },
    configurations: [{ name: 'as deployed', description: 'one process against four' }],
    leftOut: [],
    workloads: OPERATIONS.map(({ name, operation }) => ({
      name,
      option: name,
      operation,
      configuration: 'as deployed',
      rate: 200,
      share: null,
      mix: null,
      pairs: PAIRS,
    })),
    arms: ARMS.map((name) => ({ name, repeats: name === REPEAT ? 'monolith' : null, mistake: false })),
    databases: [],
    warmUps: [],
    gates: [
      { name: 'requests dropped', figure: '0', limit: '0', passed: true },
      { name: 'schedule error p99', figure: '0.700 ms', limit: '≤ 1 ms', passed: true },
    ],
    costs: [],
    memory: [],
    curves: [],
    waterfalls: [],
    tables: [],
    tradeoffs: [],
    plots: [],
    timelines: [],
    graphs: [],
    diagrams: [],
    ...measurements(),
  };
  return { ...concluded({ ...figures, ...changes }), ...changes };
}

type Measurements = Pick<Figures, 'blocks' | 'summaries' | 'comparisons'>;

let measured: Measurements | undefined;

/** The same every time, and slow to compute: a caller gets a copy. */
const measurements = (): Measurements => structuredClone((measured ??= measure()));

function measure(): Measurements {
  const random = seededRandom(7);
  const blocks = OPERATIONS.flatMap((operation) =>
    ARMS.flatMap((arm) => Array.from({ length: PAIRS }, (_, pair) => blockOf(operation, arm, pair, random))),
  );
  const of = (workload: string, arm: string) =>
    blocks.filter((block) => block.workload === workload && block.arm === arm);
  return {
    blocks,
    summaries: OPERATIONS.flatMap(({ name }) => ARMS.map((arm) => summarise(of(name, arm), name, arm))),
    comparisons: OPERATIONS.flatMap(({ name }) =>
      COMPARISONS.flatMap((comparison) => compare(blocks, name, comparison, 42) ?? []),
    ),
  };
}

/** With the default conclusion, for an experiment that has none of its own. */
export const concluded = (figures: Figures): Results => ({
  ...figures,
  conclusion: { verdict: inGeneral(figures), tables: [] },
});

/** The same, invalidated by a generator that was late. */
export const invalidResults = (changes: Partial<Results> = {}) =>
  madeUpResults({
    valid: false,
    reasons: ['schedule error p99 is 53.023 ms, allowed is ≤ 1 ms.'],
    gates: [
      { name: 'requests dropped', figure: '0', limit: '0', passed: true },
      { name: 'schedule error p99', figure: '53.023 ms', limit: '≤ 1 ms', passed: false },
    ],
    ...changes,
  });

function blockOf(
  { name, slower, samples }: (typeof OPERATIONS)[number],
  arm: string,
  pair: number,
  random: Random,
): MeasuredBlock {
  const factor = arm === 'micro' ? slower : 1;
  const drift = 1 + 0.04 * random();
  const durations = createDurations();
  // Mostly alike, with the long tail that servers have.
  for (let sample = 0; sample < samples; sample++) durations.record(factor * drift * (0.8 - 0.4 * Math.log(random())));
  const response = durations.encode();
  return {
    workload: name,
    arm,
    pair,
    launch: 0,
    startedMs: 0,
    offered: 200,
    cpuMs: { [arm]: samples * factor * drift * 0.5 },
    othersCpu: 0.01,
    droppedConnections: 0,
    answers: { compared: 10, different: 0, first: null },
    result: {
      response,
      service: response,
      scheduleError: response,
      sent: samples,
      answered: samples,
      dropped: 0,
      failures: {},
      receivedBytes: 1,
      measuredMs: 2_000,
      utilisation: 0.2,
    },
  };
}
