import { z } from 'zod';
import { arm, block, comparison, gate, summary, warmUp, workload } from './measurements';
import { cost, curve, diagram, graph, memory, plot, table, timeline, tradeoff, waterfall } from './observations';
import { sizing } from './sizing/coefficients';

const load = z.discriminatedUnion('loop', [
  z.object({ loop: z.literal('open'), arrivals: z.enum(['constant', 'poisson']), rate: z.number() }),
  z.object({ loop: z.literal('closed'), concurrency: z.int() }),
]);

/** The findings of one run, and everything needed to repeat it. A change of meaning gets a new version. */
export const results = z.object({
  format: z.literal('jobly-lab-results'),
  version: z.literal(3),
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
  /** The reasons that it is not valid, one sentence each. */
  reasons: z.array(z.string()),
  settings: z.object({
    load: load.nullable().meta({ description: 'Null for a study, which has no blocks' }),
    launches: z
      .int()
      .default(1)
      .meta({ description: 'How many times the stacks are started, each time for `blocks` pairs of blocks' }),
    operations: z
      .array(z.string())
      .default([])
      .meta({ description: 'As --operations names those that were chosen; unknown in older results' }),
    blocks: z.int(),
    blockMs: z.number(),
    leadInMs: z.number(),
    warmUpMs: z.number().default(0).meta({ description: 'Older runs warmed up by time' }),
    warmUp: z.int().default(0).meta({ description: 'Requests to every arm before windows of further ones' }),
    seed: z.int(),
    quick: z.boolean(),
    flags: z.array(z.string()).optional().meta({ description: 'Of a study’s own; absent in older results' }),
    stacks: z.enum(['started', 'given', 'none']),
    data: z
      .object({ name: z.string(), jobs: z.int(), companies: z.int(), users: z.int(), applications: z.int() })
      .optional()
      .meta({ description: 'What the databases held at first; absent where it is unknown, and in older results' }),
    writes: z.number().optional().meta({ description: 'The share of writes in the mix, if it was chosen' }),
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
    speed: z
      .object({ rs256Us: z.number(), jsonUs: z.number(), queryUs: z.number().nullable() })
      .optional()
      .meta({ description: 'Of a token’s verification, 10 kB of JSON and SELECT 1; absent in older results' }),
    versions: z.record(z.string(), z.string()),
  }),
  equivalence: z.object({ compared: z.int() }),
  configurations: z.array(z.object({ name: z.string(), description: z.string() })),
  /** Configurations of the experiment that were not possible on this machine. */
  leftOut: z.array(z.object({ name: z.string(), reason: z.string() })),
  workloads: z.array(workload),
  /** In the order of the experiment. */
  arms: z.array(arm),
  /** The names of the processes that are the backends of PostgreSQL's databases. */
  databases: z.array(z.string()),
  /** How the warm-up of every arm ended, launch by launch. */
  warmUps: z.array(warmUp).default([]),
  summaries: z.array(summary),
  comparisons: z.array(comparison),
  gates: z.array(gate),
  costs: z.array(cost),
  memory: z.array(memory),
  curves: z.array(curve),
  waterfalls: z.array(waterfall),
  /** The experiment's other findings, in words. */
  tables: z.array(table),
  /** What was seen, as pictures that a document draws; absent in older results, and where there are none. */
  diagrams: z.array(diagram).default([]),
  /** Each trade-off: a cost against the benefit that it buys. */
  tradeoffs: z.array(tradeoff),
  /** Figures with their intervals, as lines; absent in older results. */
  plots: z.array(plot).default([]),
  /** Events second by second. */
  timelines: z.array(timeline),
  /** What is made of what, and needs what. */
  graphs: z.array(graph).default([]),
  /** What a calculator on the page needs; absent where nothing of the kind was measured. */
  sizing: sizing.optional(),
  /** The conclusion from all of this, drawn once, at the end of the run, while all data is still there. */
  conclusion: z.object({
    verdict: z.string().meta({ description: 'What the figures say, whether they count or not' }),
    tables: z.array(table),
    missing: z
      .literal(true)
      .optional()
      .meta({ description: 'Set if an older lab has not kept what the run concluded' }),
  }),
  blocks: z.array(block),
});

export type Results = z.output<typeof results>;

export type Table = z.output<typeof table>;

export type Graph = z.output<typeof graph>;

/** The measurements and observations of a run, from which its conclusion is drawn. */
export type Figures = Omit<Results, 'conclusion'>;

export type Conclusion = Results['conclusion'];

/** Draws a conclusion. The experiment may define its own; the default states the comparisons in general. */
export type Conclude = (figures: Figures) => Conclusion;
