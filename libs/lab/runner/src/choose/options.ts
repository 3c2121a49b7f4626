import type { NginxKind } from '@jobly/lab/system-under-test';

/** What the user asks of a run. */
export interface RunOptions {
  quick: boolean;
  /** Stacks that run already; if not given, the lab starts its own. */
  addresses?: { monolith: string; micro: string };
  admin: { username: string; password: string };
  /** Names of workloads. */
  operations?: string[];
  rate?: number;
  blocks?: number;
  /** As a share, 0.03 for ±3 %. */
  precision?: number;
  seed: number;
  /** For an experiment that needs one; whichever there is if not given. */
  nginx?: NginxKind;
  /** Where the results go; a new directory in lab-results otherwise. */
  out?: string;
  /** Everything in JSON on standard output, and what is for people on standard error. */
  json: boolean;
}
