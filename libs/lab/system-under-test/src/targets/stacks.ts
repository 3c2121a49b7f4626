import type { StackProcesses } from '@jobly/lab/instrument';
import type { Stack } from '@jobly/stack';

/** Where requests can be sent, and whose CPU answering them takes. */
export interface Target {
  origin: string;
  /** Known where the lab started the stack itself, like what follows. */
  processes?: StackProcesses;
  /** All processes of the stack by name, the one requests go to first. */
  endpoints?: { name: string; url: string }[];
}

/** Both stacks, resident at the same time. */
export interface Stacks {
  monolith: Target;
  micro: Target;
  /** The services behind the gateway, where the lab can reach them. */
  services?: { users: Target; companies: Target; jobs: Target };
  /** The monolith whose modules call each other through JSON, where it was asked for. */
  loopback?: Target;
  /** The server of all their databases, where the lab has started it; the URL is its administrator's. */
  postgres?: { url: string; pid: number };
  /** Starts parts of them once more, where the lab has started them. */
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
