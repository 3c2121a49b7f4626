import type { DataSize, NginxKind } from '@jobly/lab/system-under-test';

/** The user's options for a run. */
export interface RunOptions {
  quick: boolean;
  /** Stacks that run already; by default the lab starts its own. */
  addresses?: { monolith: string; micro: string };
  admin: { username: string; password: string };
  /** Names of workloads. */
  operations?: string[];
  rate?: number;
  /** What the databases of the stacks hold, if the lab starts them; by default what the applications seed. */
  data?: DataSize;
  /** The share of writes in the mix. */
  writes?: number;
  launches?: number;
  blocks?: number;
  /** As a share, 0.03 for ±3 %. */
  precision?: number;
  seed: number;
  /** Flags of the experiment's own. */
  flags?: readonly string[];
  /** For an experiment that needs nginx; any kind that is available by default. */
  nginx?: NginxKind;
  /** The directory of the results; by default a new one in lab-results. */
  out?: string;
  /** Everything in JSON on standard output, and messages for people on standard error. */
  json: boolean;
}
