import { join } from 'node:path';
import { startCluster } from '@jobly/database';
import { own } from './confidential';
import type { PostgresEndpoint } from './description';
import type { PartExit } from './part-exit';
import type { Plan } from './plan';

/** The databases created for the parts that have no database of the user's. */
export interface Databases {
  urlOf: (database: string) => string | undefined;
  /** The PostgreSQL server started for them, if any. */
  server?: { endpoint: PostgresEndpoint; created: boolean; exited: Promise<PartExit> };
  stop: () => Promise<void>;
}

export async function openDatabases({ parts, given, directory }: Plan): Promise<Databases> {
  const missing = parts.flatMap(({ database }) => (database && !own(database.variable, given) ? [database.name] : []));
  if (missing.length === 0) return { urlOf: () => undefined, stop: async () => {} };

  const home = join(directory, 'postgres');
  const { port, pid, created, urlOf, exited, stop } = await startCluster({ directory: home, databases: missing });
  const logFile = join(home, 'postgres.log');
  const exit = exited.then(({ code, signal }): PartExit => {
    return { name: 'postgres', pid, code, signal, logFile };
  });
  const endpoint = { url: urlOf('postgres'), port, pid };
  return { urlOf, server: { endpoint, created, exited: exit }, stop };
}
