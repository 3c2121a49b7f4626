import { join } from 'node:path';
import { startCluster } from '@jobly/database';
import { own } from './confidential';
import type { PostgresEndpoint } from './description';
import type { PartExit } from './part-exit';
import type { Plan } from './plan';

/** The databases made for those parts whose own variable names none. */
export interface Databases {
  urlOf: (database: string) => string | undefined;
  /** The PostgreSQL started for them, if there are any. */
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
