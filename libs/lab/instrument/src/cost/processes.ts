/** The processes of one stack, and the server of its databases. */
export interface StackProcesses {
  /** By the names under which they are reported; replicas share one. */
  pids: Record<string, number | readonly number[]>;
  /** The server's main process; the stack's own backends are found by the names of its databases. */
  postgres?: { pid: number; databases: string[] };
}

/** The common name of one database's backends. */
export const databaseTitle = (database: string) => `PostgreSQL: ${database}`;

/** Each process separately. */
export const eachOf = ({ pids }: StackProcesses): { name: string; pid: number }[] =>
  Object.entries(pids).flatMap(([name, alike]) => [alike].flat().map((pid) => ({ name, pid })));
