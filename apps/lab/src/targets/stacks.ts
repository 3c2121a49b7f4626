import type { StackProcesses } from '../cost/processes';

/** Where requests can be sent, and whose CPU answering them takes. */
export interface Target {
  origin: string;
  /** Known where the lab started the stack itself. */
  processes?: StackProcesses;
}

/** Both stacks, resident at the same time. */
export interface Stacks {
  monolith: Target;
  micro: Target;
  /** The services behind the gateway, where the lab can reach them. */
  services?: { users: Target; companies: Target; jobs: Target };
  /** The monolith whose modules call each other through JSON, where it was asked for. */
  loopback?: Target;
  /** The monolith's database, where the lab knows it. */
  monolithDatabase?: string;
  /** An administrator, for the equivalence check. */
  admin: { username: string; password: string };
  /** Resolves with a sentence as soon as a process dies that the lab started. */
  died: Promise<string>;
  close(): Promise<void>;
}
