import type { Part, PostgresEndpoint } from './description';
import type { PartExit } from './part-exit';
import type { Topology } from './topology';

export interface StackOptions {
  parts: Topology[];
  /** The ports of the environment's variables or their defaults, or any that are free. */
  ports: 'fixed' | 'free';
  /** Where the data, secrets and logs of the stack live; `.jobly` if not given. */
  directory?: string;
  /** Starts over with an empty directory. A database of the user's own is left alone. */
  reset?: boolean;
  /** Variables beside and before those of this process. */
  env?: Record<string, string>;
  /** Where the built apps are; `dist/apps` if not given. */
  apps?: string;
  /** How long a part may take to get ready; 30 s if not given. */
  startDeadlineMs?: number;
  /** How long the parts may take to end by themselves; 10 s, and DRAIN_MS twice, if not given. */
  stopDeadlineMs?: number;
  /** Gives up the start: what has been started is stopped, and startStack rejects with the signal's reason. */
  signal?: AbortSignal;
  onEvent?: (event: StackEvent) => void;
}

export type StackEvent =
  /** Processes of an earlier start, which was killed, are still ending; the start waits for them. */
  | { type: 'leftovers'; pids: number[] }
  | ({ type: 'postgres-ready'; created: boolean; readyMs: number } & PostgresEndpoint)
  | ({ type: 'part-ready' } & Part)
  /** A part, or PostgreSQL, has ended though nobody stopped it. */
  | ({ type: 'part-failed' } & PartExit);
