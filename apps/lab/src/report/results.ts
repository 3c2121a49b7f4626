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
  cpuMs: z.number().nullable(),
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

/** Everything one run found, and everything needed to run it again. A change of meaning gets a new version. */
export const results = z.object({
  format: z.literal('jobly-lab-results'),
  version: z.literal(1),
  experiment: z.string(),
  question: z.string(),
  hypothesis: z.string(),
  configuration: z.string(),
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
    stacks: z.enum(['started', 'given']),
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
  workloads: z.array(z.object({ name: z.string(), operation: z.string(), rate: z.number().nullable() })),
  summaries: z.array(summary),
  comparisons: z.array(comparison),
  gates: z.array(gate),
  blocks: z.array(block),
});

export type Results = z.output<typeof results>;
