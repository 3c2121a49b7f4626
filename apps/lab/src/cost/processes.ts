/** The processes of one stack by the names under which they are reported, and where its databases are served. */
export interface StackProcesses {
  pids: Record<string, number>;
  /** The server's main process; the stack's own backends are found by the names of its databases. */
  postgres?: { pid: number; databases: string[] };
}

/** What the backends of one database are called together. */
export const databaseTitle = (database: string) => `PostgreSQL: ${database}`;
