import { z } from 'zod';

const percentiles = z.object({
  p50: z.number().nullable(),
  p95: z.number().nullable(),
  p99: z.number().nullable(),
  'p99.9': z.number().nullable(),
});

export const summary = z.object({
  workload: z.string(),
  arm: z.string(),
  requests: z.int(),
  failed: z.int(),
  dropped: z.int(),
  response: percentiles.meta({ description: 'From when a request was due, in ms; null for too few samples' }),
  service: percentiles.meta({ description: 'From when a request was sent, in ms' }),
  requestsPerSecond: z.number(),
  lowerBound: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether requestsPerSecond is held back by the generator; absent in older results' }),
  cpuMsPerThousand: z.number().nullable().meta({ description: 'Null where the lab cannot see the processes' }),
  cpuByProcess: z.record(z.string(), z.number()).nullable().meta({ description: 'The same, process by process' }),
});

export const comparison = z.object({
  workload: z.string(),
  base: z.string(),
  other: z.string(),
  metric: z.string(),
  as: z.enum(['ratio', 'difference']),
  unit: z.string(),
  interval: z
    .object({ estimate: z.number(), low: z.number(), high: z.number() })
    .meta({ description: '95 %, over launches of the stacks; over blocks if there was only one' }),
  bound: z
    .enum(['at least', 'at most'])
    .nullable()
    .default(null)
    .meta({ description: 'Set if the generator held one arm back; absent in older results' }),
  blocks: z.int(),
});

export const warmUp = z.object({
  arm: z.string(),
  launch: z.int(),
  requests: z.int(),
  change: z
    .number()
    .nullable()
    .meta({ description: "Of a request's CPU time between the last two windows, as a share; null if unknown" }),
});

export const gate = z.object({ name: z.string(), figure: z.string(), limit: z.string(), passed: z.boolean() });

export const block = z.object({
  workload: z.string(),
  arm: z.string(),
  pair: z.int(),
  launch: z.int().default(0).meta({ description: 'Of the stacks, from 0; older runs had only one' }),
  startedMs: z.number(),
  offered: z.number().nullable().meta({ description: 'Requests per second; null in a closed loop' }),
  cpuMs: z
    .record(z.string(), z.number())
    .nullable()
    .meta({ description: 'By process; null where the lab cannot see them' }),
  othersCpu: z.number().nullable().default(null).meta({
    description: 'Share of all CPUs that others than the lab used meanwhile, stolen time included; null if unknown',
  }),
  droppedConnections: z
    .int()
    .nullable()
    .default(null)
    .meta({ description: 'By listening sockets of the machine meanwhile; null if unknown' }),
  answers: z
    .object({
      compared: z.int(),
      different: z.int(),
      first: z.string().nullable().meta({ description: 'The first request with different answers' }),
    })
    .nullable()
    .default(null)
    .meta({ description: 'Compared with other answers to the same requests; absent in older results' }),
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

export const workload = z.object({
  name: z.string().meta({ description: 'What blocks, summaries and comparisons call it' }),
  option: z.string().meta({ description: 'What --operations calls it' }),
  operation: z.string(),
  configuration: z.string().meta({ description: 'Names one of the configurations' }),
  rate: z.number().nullable().meta({ description: 'Requests per second; null for a closed loop and a share' }),
  share: z.number().nullable().meta({ description: 'Of what the arm served in a closed loop, as offered load' }),
  mix: z.record(z.string(), z.number()).nullable().meta({ description: 'Operations and their shares, for a mix' }),
  pairs: z
    .int()
    .nullable()
    .meta({ description: 'Pairs of blocks that were begun; null where older results do not say' }),
});

export const arm = z.object({
  name: z.string().meta({ description: 'What blocks, summaries and comparisons call it' }),
  repeats: z.string().nullable().meta({ description: 'The arm that it is once more, to see the noise' }),
  mistake: z.boolean().meta({ description: 'Whether it shows what is easily done wrong' }),
});
