import type { StackProcesses } from '@jobly/lab/instrument';
import type { Stack } from '@jobly/stack';
import type { DataSize } from '../data/size';

/** A destination for requests, and the processes whose CPU they take. */
export interface Target {
  origin: string;
  /** Known if the lab started the stack itself; the same holds for the fields below. */
  processes?: StackProcesses;
  /** All processes of the stack by name, with the database of their own; of a whole stack, the first receives the requests. */
  endpoints?: { name: string; url: string; database?: string }[];
}

/** Both stacks, resident at the same time. */
export interface Stacks {
  monolith: Target;
  micro: Target;
  /** The services behind the gateway, if the lab can reach them. */
  services?: { users: Target; companies: Target; jobs: Target };
  /** The monolith whose modules call each other through JSON, if it was requested. */
  loopback?: Target;
  /** The server of all their databases, if the lab has started it; the URL is its administrator's. */
  postgres?: { url: string; pid: number };
  /** The data in their databases, if it is not what they are seeded with. */
  data?: DataSize;
  /** Starts another replica of a part, if the lab has started the stacks. */
  replicate?: Stack['replicate'];
  /** An administrator, for the equivalence check. */
  admin: { username: string; password: string };
  /** Resolves with a sentence as soon as a process dies that the lab started. */
  died: Promise<string>;
  close(): Promise<void>;
}

export type { Replica } from '@jobly/stack';

/** The URL of one of the databases on a server. */
export function databaseUrl({ url }: { url: string }, database: string): string {
  const found = new URL(url);
  found.pathname = database;
  return found.href;
}
