import { z } from 'zod';

const percentiles = z.object({
  p50: z.number().nullable(),
  p95: z.number().nullable(),
  p99: z.number().nullable(),
  'p99.9': z.number().nullable(),
});

const summary = z.object({
  workload: z.string(),
  arm: z.string(),
  requests: z.int(),
  failed: z.int(),
  dropped: z.int(),
  response: percentiles.meta({ description: 'From when a request was due, in ms; null for too few samples' }),
  service: percentiles.meta({ description: 'From when a request was sent, in ms' }),
  requestsPerSecond: z.number(),
  cpuMsPerThousand: z.number().nullable().meta({ description: 'Null where the lab cannot see the processes' }),
  cpuByProcess: z.record(z.string(), z.number()).nullable().meta({ description: 'The same, process by process' }),
});

const comparison = z.object({
  workload: z.string(),
  base: z.string(),
  other: z.string(),
  metric: z.string(),
  as: z.enum(['ratio', 'difference']),
  unit: z.string(),
  interval: z
    .object({ estimate: z.number(), low: z.number(), high: z.number() })
    .meta({ description: '95 %, over blocks' }),
  blocks: z.int(),
});

const gate = z.object({ name: z.string(), figure: z.string(), limit: z.string(), passed: z.boolean() });

const block = z.object({
  workload: z.string(),
  arm: z.string(),
  pair: z.int(),
  startedMs: z.number(),
  offered: z.number().nullable().meta({ description: 'Requests per second; null in a closed loop' }),
  cpuMs: z
    .record(z.string(), z.number())
    .nullable()
    .meta({ description: 'By process; null where the lab cannot see them' }),
  result: z.object({
    response: z.string().meta({ description: 'HdrHistogram V2, compressed, base64; in µs' }),
    service: z.string(),
    scheduleError: z.string(),
    sent: z.int(),
    answered: z.int(),
    dropped: z.int(),
    failures: z.record(z.string(), z.int()),
    receivedBytes: z.int(),
    measuredMs: z.number(),
    utilisation: z.number(),
  }),
});

const load = z.discriminatedUnion('loop', [
  z.object({ loop: z.literal('open'), arrivals: z.enum(['constant', 'poisson']), rate: z.number() }),
  z.object({ loop: z.literal('closed'), concurrency: z.int() }),
]);

const workload = z.object({
  name: z.string().meta({ description: 'What blocks, summaries and comparisons call it' }),
  option: z.string().meta({ description: 'What --operations calls it' }),
  operation: z.string(),
  configuration: z.string().meta({ description: 'Names one of the configurations' }),
  rate: z.number().nullable().meta({ description: 'Requests per second; null for a closed loop and a share' }),
  share: z.number().nullable().meta({ description: 'Of what the arm served in a closed loop, as offered load' }),
  mix: z.record(z.string(), z.number()).nullable().meta({ description: 'Operations and their shares, for a mix' }),
});

const cost = z
  .object({
    operation: z.string(),
    arm: z.string(),
    statements: z.number().nullable().meta({ description: 'Sent to PostgreSQL' }),
    calls: z.number().nullable().meta({ description: 'From process to process' }),
    bytes: z.number().nullable().meta({ description: 'Between processes, PostgreSQL included, both ways' }),
  })
  .meta({ description: 'Per request, counted in a pass of its own' });

const memory = z.object({
  stack: z.enum(['monolith', 'micro']),
  process: z.string(),
  peakMiB: z.number().meta({ description: 'Largest resident set so far' }),
});

const curve = z.object({
  operation: z.string(),
  configuration: z.string(),
  arm: z.string(),
  points: z.array(
    z.object({
      offered: z.number(),
      achieved: z.number(),
      p50: z.number().nullable(),
      p99: z.number().nullable(),
    }),
  ),
  /** The highest rate at which p99 stayed below the limit, with its interval. */
  highest: z.object({ limitMs: z.number(), estimate: z.number(), low: z.number(), high: z.number() }).nullable(),
});

const waterfall = z.object({
  operation: z.string(),
  what: z.string().meta({ description: 'What is split up, "time of a request" for instance' }),
  arms: z.array(
    z.object({
      arm: z.string(),
      parts: z.array(z.object({ name: z.string(), ms: z.number(), certain: z.boolean().optional() })),
    }),
  ),
});

const table = z.object({
  title: z.string(),
  note: z.string(),
  head: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});

const tradeoff = z.object({
  title: z.string(),
  note: z.string(),
  x: z.object({ name: z.string(), unit: z.string() }),
  y: z.object({ name: z.string(), unit: z.string() }),
  points: z.array(z.object({ name: z.string(), x: z.number(), y: z.number() })),
});

const timeline = z.object({
  title: z.string(),
  note: z.string(),
  what: z.string().meta({ description: 'What is counted, "reads" for instance' }),
  binMs: z.number().meta({ description: 'Counts are of so long each, from the beginning' }),
  series: z.array(z.object({ name: z.string(), counts: z.array(z.int()) })),
  failed: z.array(z.int()).meta({ description: 'Those that belong to none of the series, bin by bin' }),
  marks: z.array(z.object({ name: z.string(), ms: z.number() })).meta({ description: 'Moments worth seeing' }),
});

/** Everything one run found, and everything needed to run it again. A change of meaning gets a new version. */
export const results = z.object({
  format: z.literal('jobly-lab-results'),
  version: z.literal(2),
  experiment: z
    .string()
    .regex(/^[\w-]+$/, 'is no name')
    .meta({ description: 'Also the name of its directory in the baseline' }),
  question: z.string(),
  hypothesis: z.string(),
  startedAt: z.iso.datetime(),
  durationMs: z.number(),
  outcome: z.enum(['complete', 'interrupted', 'failed']),
  valid: z.boolean(),
  /** Why it is not valid, a sentence each. */
  reasons: z.array(z.string()),
  settings: z.object({
    load,
    blocks: z.int(),
    blockMs: z.number(),
    leadInMs: z.number(),
    warmUpMs: z.number(),
    seed: z.int(),
    quick: z.boolean(),
    stacks: z.enum(['started', 'given', 'none']),
    precision: z
      .number()
      .nullable()
      .meta({ description: 'Half width of an interval, relative, at which an operation needs no more blocks' }),
  }),
  machine: z.object({
    cpu: z.string(),
    cpus: z.int(),
    memoryGiB: z.number(),
    system: z.string(),
    loadBefore: z.number().meta({ description: 'Processes that wanted a CPU, in the minute before the run' }),
    versions: z.record(z.string(), z.string()),
  }),
  equivalence: z.object({ compared: z.int() }),
  configurations: z.array(z.object({ name: z.string(), description: z.string() })),
  /** Configurations that belong to the experiment and were not possible here. */
  leftOut: z.array(z.object({ name: z.string(), reason: z.string() })),
  workloads: z.array(workload),
  summaries: z.array(summary),
  comparisons: z.array(comparison),
  gates: z.array(gate),
  costs: z.array(cost),
  memory: z.array(memory),
  curves: z.array(curve),
  waterfalls: z.array(waterfall),
  /** What else an experiment has found out, in words. */
  tables: z.array(table),
  /** What one wants little of against what one has to give for it. */
  tradeoffs: z.array(tradeoff),
  /** What went on second by second. Older results have none. */
  timelines: z.array(timeline).default([]),
  blocks: z.array(block),
});

export type Results = z.output<typeof results>;
