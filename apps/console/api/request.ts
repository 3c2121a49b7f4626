import type { Access, Owner } from '@jobly/contracts';

/** A stack that can be asked. */
export type StackName = 'monolith' | 'soa' | 'micro';

/** On whose behalf a request is sent. The server logs in; its tokens never reach the page. */
export type Caller = 'user' | 'admin' | 'nobody';

/** A parameter of an operation, or a field of its body. No two of an operation have the same name. */
export interface Field {
  readonly name: string;
  readonly in: 'path' | 'query' | 'body';
  readonly kind: 'text' | 'number' | 'password' | 'choice';
  /** Of a choice: what can be chosen, beside leaving it out. */
  readonly choices: readonly string[];
  readonly required: boolean;
  /** What is filled in at first: sensible, and taken from what exists. */
  readonly value: string;
}

/** One of the API's operations, as a form. */
export interface Form {
  readonly name: string;
  readonly method: string;
  /** In Express's syntax: `/jobs/:id`. */
  readonly path: string;
  readonly owner: Owner;
  readonly access: Access;
  readonly summary: string;
  readonly fields: readonly Field[];
}

/** A form that was filled in. What is empty is left out. */
export interface FilledIn {
  readonly operation: string;
  readonly values: Readonly<Record<string, string>>;
  readonly as: Caller;
}

/** One process's account of a request (ms): its phases do not overlap, and the rest is its own. */
export interface Account {
  readonly name: string;
  readonly total: number;
  readonly phases: Readonly<Record<'downstream' | 'db' | 'auth' | 'json', number>>;
  readonly neighbours: readonly Account[];
}

/** A part of a request's time; they add up, except for waits at the same time. */
export interface Part {
  readonly name: string;
  readonly ms: number;
}

/** What the processes of a stack have counted for one request; the bytes are those between processes and databases. */
export interface Work {
  readonly statements: number;
  readonly calls: number;
  readonly bytes: number;
}

/** An SQL statement, and the process that has sent it. */
export interface Statement {
  readonly process: string;
  readonly text: string;
  readonly ms: number;
}

/** Something that is not known, and the sentence why. */
export interface Unknown {
  readonly unknown: string;
}

/** An estimate and its interval of 95 %. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

export interface Answer {
  readonly stack: StackName;
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The body, indented if it is JSON, without tokens; `differs`: from the first stack's answer. */
  readonly lines: readonly { readonly text: string; readonly differs: boolean }[];
  /** The length of the body (bytes). */
  readonly bytes: number;
  readonly isCut: boolean;
  /** From sending to the last byte. */
  readonly clientMs: number;
  /** The median of all that were sent; null if they are too few for an interval. */
  readonly median: Interval | null;
  readonly account: Account | Unknown;
  /** What `clientMs` consists of, in the order in which it is shown; none if the account is unknown. */
  readonly parts: readonly Part[];
  readonly work: Work | Unknown;
}

/** What became of one request, at all stacks. */
export interface Answers {
  readonly method: string;
  readonly path: string;
  /** How often it was sent to each before, to warm up. */
  readonly warmUp: number;
  /** How often after that; shown is the one with the median time. */
  readonly of: number;
  /** In the order of the topologies. */
  readonly answers: readonly (Answer | { readonly stack: StackName; readonly unknown: string })[];
  /** In which they were asked. */
  readonly order: readonly StackName[];
  /** Whether every process exports spans, which takes time, too. */
  readonly isTraced: boolean;
  /** null: there is nothing to compare. */
  readonly areSame: boolean | null;
  readonly comparison: string;
}

/** One request of a series. */
export interface Sample {
  readonly stack: StackName;
  readonly ms: number;
  /** Those to warm up do not count. */
  readonly isWarmUp: boolean;
}

/** The times of a stack's requests that count (ms). */
export interface Times {
  readonly stack: StackName;
  readonly n: number;
  readonly median: Interval;
  readonly p95: Interval;
}

/** How much longer a stack takes than the first one. */
export interface Longer {
  readonly stack: StackName;
  readonly base: StackName;
  /** Of the medians. */
  readonly ratio: Interval;
  /** Of the means of the middle halves (ms); its parts add up to it. Undefined if the stacks do not tell. */
  readonly added: Interval | undefined;
  readonly parts: readonly { readonly name: string; readonly added: Interval }[];
}

/** The lines of the answer to a series. */
export type SeriesLine =
  | { readonly sample: Sample }
  | { readonly times: readonly Times[]; readonly longer: readonly Longer[] }
  | { readonly ended: string };
