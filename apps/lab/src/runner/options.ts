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
  seed: number;
  /** Where the results go, beside the terminal. */
  json?: string;
}
