import { z } from 'zod';

export const cost = z
  .object({
    operation: z.string(),
    arm: z.string(),
    statements: z.number().nullable().meta({ description: 'Sent to PostgreSQL' }),
    calls: z.number().nullable().meta({ description: 'From process to process' }),
    bytes: z.number().nullable().meta({ description: 'Between processes, PostgreSQL included, both ways' }),
  })
  .meta({ description: 'Per request, counted in a pass of its own' });

export const memory = z.object({
  stack: z.enum(['monolith', 'micro']),
  process: z.string(),
  peakMiB: z.number().meta({ description: 'Largest resident set so far' }),
});

export const curve = z.object({
  operation: z.string(),
  configuration: z.string(),
  arm: z.string(),
  workload: z.string().optional().meta({ description: 'The case that saturated the arm; absent in older results' }),
  points: z.array(
    z.object({
      offered: z.number(),
      achieved: z.number(),
      p50: z.number().nullable(),
      p99: z.number().nullable(),
    }),
  ),
  highest: z
    .object({
      limitMs: z.number(),
      estimate: z.number(),
      low: z.number().nullable().meta({ description: 'Null below the lowest rate that was offered' }),
      high: z.number().nullable().meta({ description: 'Null above the highest rate that was offered' }),
      bound: z
        .enum(['at least', 'at most'])
        .nullable()
        .default(null)
        .meta({ description: 'Set if the estimate is the end of the offered rates; absent in older results' }),
    })
    .nullable()
    .meta({ description: 'The highest rate at which p99 stays within the limit, with its 95 % interval' }),
});

export const waterfall = z.object({
  operation: z.string(),
  what: z.string().meta({ description: 'What is split up, "time of a request" for instance' }),
  arms: z.array(
    z.object({
      arm: z.string(),
      parts: z.array(
        z.object({
          name: z.string(),
          ms: z.number(),
          interval: z
            .object({ low: z.number(), high: z.number() })
            .optional()
            .meta({ description: '95 %, over blocks' }),
          certain: z.boolean().optional().meta({ description: 'Whether the interval excludes nothing at all' }),
        }),
      ),
    }),
  ),
});

const cell = z.union([z.string(), z.object({ value: z.number(), unit: z.string() })]);

export const table = z.object({
  name: z.string().optional().meta({ description: 'By which conclusions and documents find it' }),
  title: z.string(),
  note: z.string(),
  head: z.array(z.string()),
  rows: z.array(z.array(cell)),
  keys: z.array(z.string()).optional().meta({ description: 'The subject of each row, an arm for instance' }),
  folded: z
    .literal(true)
    .optional()
    .meta({ description: 'Set if it is evidence for another table: folded on a page, and left out of a terminal' }),
});

export const diagram = z.object({
  title: z.string(),
  mermaid: z.string().meta({ description: 'As https://mermaid.js.org draws it' }),
});

export const tradeoff = z.object({
  name: z.string().optional().meta({ description: 'By which conclusions find it' }),
  title: z.string(),
  note: z.string(),
  x: z.object({ name: z.string(), unit: z.string() }),
  y: z.object({ name: z.string(), unit: z.string() }),
  points: z.array(
    z.object({
      name: z.string(),
      x: z.number(),
      y: z.number(),
      interval: z
        .object({ low: z.number(), high: z.number() })
        .optional()
        .meta({ description: 'Of y, if that is an estimate; absent in older results' }),
    }),
  ),
});

const plotAxis = z.object({
  name: z.string(),
  unit: z.string(),
  scale: z.literal('log').optional().meta({ description: 'Linear if absent; logarithmic for values above 0 only' }),
});

export const plot = z
  .object({
    title: z.string(),
    note: z.string(),
    x: plotAxis,
    y: plotAxis,
    lines: z.array(
      z.object({
        name: z.string(),
        dashed: z
          .literal(true)
          .optional()
          .meta({ description: 'Set if it has the colour of the line of the same name' }),
        points: z.array(z.object({ x: z.number(), y: z.number(), low: z.number(), high: z.number() })),
      }),
    ),
    dashed: z.string().optional().meta({ description: 'What the dashed lines have in common' }),
  })
  .meta({ description: 'Lines over a numeric axis; no point without its interval' });

const panel = z.object({
  name: z.string().meta({ description: 'What is drawn, with what its dashes mean' }),
  unit: z.string(),
  lines: z.array(
    z.object({
      name: z.string(),
      dashed: z.literal(true).optional(),
      stepped: z.literal(true).optional().meta({ description: 'Set if a value holds until the next one' }),
      points: z.array(z.object({ ms: z.number(), value: z.number() })),
    }),
  ),
});

export const timeline = z.object({
  title: z.string(),
  note: z.string(),
  what: z.string().meta({ description: 'What is counted, "reads" for instance' }),
  binMs: z.number().meta({ description: 'Counts are of so long each, from the beginning' }),
  series: z.array(z.object({ name: z.string(), counts: z.array(z.int()) })),
  failed: z.array(z.int()).meta({ description: 'Those that belong to none of the series, bin by bin' }),
  marks: z
    .array(z.object({ name: z.string(), ms: z.number(), moment: z.string().optional() }))
    .meta({ description: 'Moments worth seeing; `moment` is what conclusions find them by' }),
  panels: z
    .array(panel)
    .optional()
    .meta({ description: 'Other quantities at the same time, each with a scale of its own; absent in older results' }),
});

export const graph = z.object({
  arm: z.string().meta({ description: 'What is drawn' }),
  note: z.string().meta({ description: 'What is not drawn, for instance' }),
  boxes: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['client', 'process', 'module', 'database']),
      name: z.string(),
      tag: z.string().optional().meta({ description: 'Stands beside the name' }),
      details: z.array(z.string()).meta({ description: 'Smaller lines under the name' }),
      within: z.string().optional().meta({ description: 'The box that it is drawn in' }),
    }),
  ),
  arrows: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      kind: z.enum(['call', 'request', 'event', 'tables']),
      labels: z.array(z.string()).meta({ description: 'The methods and topics, if they are few enough to name' }),
    }),
  ),
});
