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
  /** null: there is none, and whatever is sent is ignored. The same holds for the body. */
  readonly query: z.ZodType | null;
  readonly body: z.ZodType | null;
  readonly status: 200 | 201 | 204;
  readonly reply: z.ZodType;
  /** Whether an Idempotency-Key makes it safe to repeat. */
  readonly keyed: boolean;
  /** Statuses beyond those that follow from access, params, query, body and key; for the OpenAPI document. */
  readonly errors: readonly number[];
}

/** The handler's input: everything is validated, only the rules of the domain are left to check. */
export interface Input<O extends Operation> {
  params: z.output<O['params']>;
  query: Given<O['query']>;
  body: Given<O['body']>;
  /** Of a keyed operation: what its Idempotency-Key is for this caller and nobody else; undefined without the header. */
  key: string | undefined;
}

type Given<S> = S extends z.ZodType ? z.output<S> : undefined;

/** The handler's result, and the service client's. */
export type Reply<O extends Operation> = z.output<O['reply']>;

const defaults = {
  params: z.strictObject({}),
  query: null,
  body: null,
  status: 200,
  keyed: false,
  errors: [],
} as const;

type Declared = Pick<Operation, 'method' | 'path' | 'owner' | 'access' | 'summary' | 'reply'> & Partial<Operation>;

/** Declares an operation; omitted fields take the defaults above. */
export const operation = <const D extends Declared>(declared: D) =>
  ({ ...defaults, ...declared }) as Omit<typeof defaults, keyof D> & D;
