import { join } from 'node:path';
import { type Cluster, startCluster } from '@jobly/database';
import { own } from './confidential';
import type { PostgresEndpoint } from './description';
import type { PartExit } from './part-exit';
import type { Plan } from './plan';
import type { Life, Supervised } from './supervise';

/** The databases created for the parts that have no database of the user's. */
export interface Databases {
  urlOf: (database: string) => string | undefined;
  /** The PostgreSQL server started for them, if any. */
  server?: Supervised & { endpoint: PostgresEndpoint; created: boolean };
  stop: () => Promise<void>;
}

export async function openDatabases({ parts, given, directory }: Plan): Promise<Databases> {
  const missing = parts.flatMap(({ database }) => (database && !own(database.variable, given) ? [database.name] : []));
  if (missing.length === 0) return { urlOf: () => undefined, stop: async () => {} };

  const home = join(directory, 'postgres');
  const logFile = join(home, 'postgres.log');
  const start = (fixedPort?: number) => startCluster({ directory: home, databases: missing, port: fixedPort });
  let latest = start();
  const cluster = await latest;
  const { port, pid, created, urlOf } = cluster;
  return {
    urlOf,
    server: {
      name: 'postgres',
      logFile,
      endpoint: { url: urlOf('postgres'), port, pid },
      created,
      first: lifeOf(cluster, logFile),
      // On the same port, because the parts know its URL.
      restart: async () => lifeOf(await (latest = start(port)), logFile),
    },
    stop: async () => (await latest).stop(),
  };
}

/** A cluster that has started is ready. */
const lifeOf = ({ pid, exited, stop }: Cluster, logFile: string): Life => ({
  pid,
  ready: Promise.resolve(),
  exited: exited.then(({ code, signal }): PartExit => ({ name: 'postgres', pid, code, signal, logFile })),
  kill: () => void stop(),
  tell: () => {},
});
