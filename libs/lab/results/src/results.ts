import { z } from 'zod';
import { arm, block, comparison, gate, summary, workload } from './measurements';
import { cost, curve, memory, table, timeline, tradeoff, waterfall } from './observations';

const load = z.discriminatedUnion('loop', [
  z.object({ loop: z.literal('open'), arrivals: z.enum(['constant', 'poisson']), rate: z.number() }),
  z.object({ loop: z.literal('closed'), concurrency: z.int() }),
]);

/** Everything one run found, and everything needed to run it again. A change of meaning gets a new version. */
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
  /** Why it is not valid, a sentence each. */
  reasons: z.array(z.string()),
  settings: z.object({
    load: load.nullable().meta({ description: 'Null for a study, which has no blocks' }),
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
  /** In the order of the experiment. */
  arms: z.array(arm),
  /** Those of the processes that are the backends of one of PostgreSQL's databases. */
  databases: z.array(z.string()),
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
  /** What went on second by second. */
  timelines: z.array(timeline),
  /** What follows from all of this, drawn once, at the end of the run, while nothing was left out yet. */
  conclusion: z.object({
    verdict: z.string().meta({ description: 'What the figures say, whether they count or not' }),
    tables: z.array(table),
  }),
  blocks: z.array(block),
});

export type Results = z.output<typeof results>;

export type Table = z.output<typeof table>;

/** What a run has measured and seen, from which its conclusion is drawn. */
export type Figures = Omit<Results, 'conclusion'>;

export type Conclusion = Results['conclusion'];

/** Draws a conclusion. The experiment knows how, or else it is said in general what was compared. */
export type Conclude = (figures: Figures) => Conclusion;
