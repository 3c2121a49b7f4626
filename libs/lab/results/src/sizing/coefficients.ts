import { z } from 'zod';

/** One figure for requests that read, and one for those that write. */
const perKind = z.object({ reads: z.number(), writes: z.number() });

const part = z.object({
  name: z.string(),
  kind: z.enum(['process', 'database']),
  connections: z.int().meta({ description: 'To its database, of each replica; 0 without one' }),
  memoryMiB: z.number().meta({ description: 'Largest resident set of a replica; 0 for a database' }),
  fixed: perKind.meta({ description: 'CPU at any rate, in ms per second: where the line of CPU over rate begins' }),
  perRequest: perKind.meta({ description: 'CPU of one more request, in ms' }),
});

const times = z.object({ reads: z.array(z.number()), writes: z.array(z.number()) });

/** What was measured of a stack in one launch. */
const launch = z.object({
  parts: z.array(part),
  times: times.meta({ description: 'The 1st, 3rd … 99th percentile of a request nobody waits for, in ms' }),
  generatorMs: z.number().meta({ description: 'CPU of the load generator per request' }),
});

const operation = z.object({
  operation: z.string(),
  kind: z.enum(['reads', 'writes']),
  share: z.number().meta({ description: 'Of all operations of its kind' }),
  roundTrips: z.number().meta({ description: 'Calls between processes and statements sent to databases' }),
  needs: z.array(z.string()).meta({ description: 'The parts that work for it' }),
});

const stack = z.object({ name: z.string(), operations: z.array(operation), launches: z.array(launch).min(1) });

const interval = z.object({ estimate: z.number(), low: z.number(), high: z.number() });

const check = z.object({
  stack: z.string(),
  reads: z.number(),
  rate: z.number(),
  p50: interval,
  busy: interval,
});

/** What a calculator needs to know of every stack, and what its user has assumed. */
export const sizing = z.object({
  scenario: z.record(z.string(), z.number()),
  stacks: z.array(stack).min(1),
  checks: z.array(check).meta({ description: 'Predicted ÷ measured, for loads that nothing was measured with' }),
});

export type Sizing = z.output<typeof sizing>;
export type StackCoefficients = z.output<typeof stack>;
export type LaunchCoefficients = z.output<typeof launch>;
export type PartCoefficients = z.output<typeof part>;
export type PerKind = z.output<typeof perKind>;
export type Operation = z.output<typeof operation>;
