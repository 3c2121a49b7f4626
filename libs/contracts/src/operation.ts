import { z } from 'zod';

/** The module (and, after the split, the service) that answers an operation. */
export type Owner = 'users' | 'companies' | 'jobs';

/** Who may call: "self" is the user named in the path (or an admin); "service" a neighbour with a service token. */
export type Access = 'anyone' | 'self' | 'admin' | 'service';

export interface Operation {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** In Express's syntax: `/users/:username`. */
  readonly path: string;
  readonly owner: Owner;
  readonly access: Access;
  readonly summary: string;
  readonly params: z.ZodType<Record<string, string | number>>;
  readonly query: z.ZodType;
  readonly body: z.ZodType;
  readonly status: 200 | 201 | 204;
  readonly reply: z.ZodType;
  /** Statuses beyond those that follow from access, params, query and body; for the OpenAPI document. */
  readonly errors: readonly number[];
}

/** What a handler receives: everything validated, nothing left to check but the rules of the domain. */
export interface Input<O extends Operation> {
  params: z.output<O['params']>;
  query: z.output<O['query']>;
  body: z.output<O['body']>;
}

/** What a handler returns, and a service client gets back. */
export type Reply<O extends Operation> = z.output<O['reply']>;

const nothing = z.strictObject({});

const defaults = {
  params: nothing,
  query: nothing,
  /** An absent body counts as `{}`, so operations without one ignore both. */
  body: nothing,
  status: 200,
  errors: [],
} as const;

type Given = Pick<Operation, 'method' | 'path' | 'owner' | 'access' | 'summary' | 'reply'> & Partial<Operation>;

/** Declares an operation; what is left out takes the default above. */
export const operation = <const G extends Given>(given: G) =>
  ({ ...defaults, ...given }) as Omit<typeof defaults, keyof G> & G;
