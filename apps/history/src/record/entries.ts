import { z } from 'zod';

/** What a record holds: a company its description, a job its salary, a user the first name; null: there is none. */
const value = z.union([z.string(), z.number()]).nullable();

const operation = z.object({
  type: z.literal('operation'),
  client: z.string(),
  /** `company/HANDLE`, `job/TITLE`, `user/NAME` or `application/NAME/TITLE`. */
  record: z.string(),
  /** The records with whose deletion this one goes as well. */
  parents: z.array(z.string()),
  does: z.enum(['create', 'write', 'delete', 'read']),
  /** What was to be written, or has been read. */
  value: value.optional(),
  /** Milliseconds since the beginning. */
  invokedAt: z.number(),
  completedAt: z.number(),
  /**
   * `exists`: not created, for there is one. `missing`: there is no such record, or no parent to create it for.
   * `refused`: nothing was done (503, or no connection). `unknown`: it may have been done (504, or no answer).
   * `wrong`: an answer that the contract does not have.
   */
  outcome: z.enum(['done', 'exists', 'missing', 'refused', 'unknown', 'wrong']),
  /** The status, or the reason why there is none. */
  answer: z.string(),
});

const fault = z.object({
  type: z.literal('fault'),
  at: z.number(),
  target: z.string(),
  does: z.enum(['kill', 'pause']),
  forMs: z.number().optional(),
});

/** Everything that the stack holds in the end. */
const finalState = z.object({
  type: z.literal('final'),
  at: z.number(),
  companies: z.array(z.object({ handle: z.string(), description: z.string() })),
  jobs: z.array(
    z.object({ id: z.number(), title: z.string(), salary: z.number().nullable(), companyHandle: z.string() }),
  ),
  users: z.array(z.object({ username: z.string(), firstName: z.string(), applications: z.array(z.number()) })),
});

const beginning = z.object({
  type: z.literal('beginning'),
  format: z.literal(1),
  stack: z.enum(['monolith', 'micro']),
  seed: z.number(),
  seconds: z.number(),
});

/** A line of a history file. */
export const entry = z.discriminatedUnion('type', [beginning, operation, fault, finalState]);

export type Value = z.output<typeof value>;
export type Operation = z.output<typeof operation>;
export type Fault = z.output<typeof fault>;
export type FinalState = z.output<typeof finalState>;
export type Beginning = z.output<typeof beginning>;
export type Entry = z.output<typeof entry>;

/** What clients did and were told, and what there was in the end. */
export interface History {
  beginning: Beginning;
  operations: Operation[];
  faults: Fault[];
  final: FinalState;
}
