import type { Restart } from './back-off';
import type { Clock } from './clock';
import type { Part, PostgresEndpoint } from './description';
import type { FaultOrder, PartFaults } from './faults/order';
import type { PartExit } from './part-exit';
import type { PartName, Topology } from './topology';

export interface StackOptions {
  parts: Topology[];
  /** `fixed`: the ports that the variables name, or their defaults; `free`: any free ones. */
  ports: 'fixed' | 'free';
  /** The directory of the stack's data, secrets and logs; `.jobly` by default. */
  directory?: string;
  /** Starts over with an empty directory. A database of the user's own is left alone. */
  reset?: boolean;
  /** Variables in addition to those of this process; they take precedence. */
  env?: Record<string, string>;
  /** The directory of the built apps; `dist/apps` by default. */
  apps?: string;
  /** The time that a part may take to get ready; 30 s by default. */
  startDeadlineMs?: number;
  /** The time that the parts may take to end by themselves; by default 10 s plus twice DRAIN_MS. */
  stopDeadlineMs?: number;
  /** Called once the embedded PostgreSQL runs with all databases, before any part starts. */
  prepareDatabases?: (postgres: PostgresEndpoint) => Promise<void>;
  /** Restarts a part, or PostgreSQL, that ends though nobody stopped it. Default: false, the stack has failed then. */
  restart?: boolean;
  /** What restarts are timed by; the system's clock by default. */
  clock?: Clock;
  /** Aborts the start: the started parts are stopped, and startStack rejects with the signal's reason. */
  signal?: AbortSignal;
  onEvent?: (event: StackEvent) => void;
}

export type StackEvent =
  /** Processes of an earlier start, which was killed, are still ending; this start waits for them. */
  | { type: 'leftovers'; pids: number[] }
  | ({ type: 'postgres-ready'; created: boolean; readyMs: number } & PostgresEndpoint)
  | ({ type: 'part-ready' } & Part)
  /** A part, or PostgreSQL, has ended though nobody stopped it, or was killed on purpose; it is restarted if restarts are on. */
  | ({ type: 'part-failed'; restart?: Restart; meant?: true } & PartExit)
  /** A part was stopped on purpose, and stays down until it is resumed. */
  | ({ type: 'part-stopped' } & Pick<PartExit, 'name' | 'pid'>)
  /** What was done to a part on purpose, if anything was; and the faults that are in force now. */
  | { type: 'part-faults'; name: PartName; order?: FaultOrder; faults: PartFaults }
  /** How many requests a part has received since it counts. */
  | { type: 'part-received'; name: PartName; received: number }
  /** A restart has succeeded. */
  | ({ type: 'part-restarted' } & Pick<PartExit, 'name' | 'pid'>)
  /** It has ended too often, and stays down. */
  | ({ type: 'part-abandoned' } & PartExit);
