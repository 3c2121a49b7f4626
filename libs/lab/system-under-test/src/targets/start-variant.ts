import { join } from 'node:path';
import { startStack, type Stack, type Topology } from '@jobly/stack';
import { databaseUrl, type Target } from './stacks';
import { microAt, monolithAt, soaAt } from './target-of';
import { throwawayDirectory } from './throwaway-directory';
import { SAME_TOKENS, USUAL_SETTINGS } from './usual-settings';

/** Another instance of one of the topologies, with variables of its own. */
export interface Variant {
  target: Target;
  /** Starts another replica of a part. */
  replicate: Stack['replicate'];
  /** The address of each of its processes, by the name of its part. */
  urls: ReadonlyMap<string, string>;
  /** The process that holds the users; the monolith has no such process of its own. */
  usersPid?: number;
  stop(): Promise<void>;
}

/** Other programs over other databases than the usual ones. */
interface Version {
  /** The directory of the built apps; this workspace's own by default. */
  apps?: string;
  /** What precedes the usual names in those of its databases. */
  databases?: string;
  /** Where its processes find the services, by the names of their parts; in this stack by default. */
  services?: ReadonlyMap<string, string>;
}

/** Starts one more stack over existing databases, in a directory that is removed afterwards. */
export async function startVariant(
  topology: Exclude<Topology, 'loopback'>,
  postgres: { url: string; pid: number },
  env: Record<string, string>,
  signal: AbortSignal,
  { apps, databases = '', services = new Map() }: Version = {},
): Promise<Variant> {
  const directory = await throwawayDirectory();
  const stack = await startStack({
    directory: join(directory.path, 'data'),
    parts: [topology],
    ports: 'free',
    env: { ...USUAL_SETTINGS, ...databasesOn(postgres, databases), ...addressesOf(services), ...env },
    ...(apps !== undefined && { apps }),
    signal,
  }).catch(async (error: unknown) => {
    await directory.remove();
    throw error;
  });
  const { monolith, soa, micro } = stack;
  const server = { pid: postgres.pid, prefix: databases };
  return {
    target: monolith ? monolithAt(monolith, server) : soa ? soaAt(soa, server) : microAt(micro!, server).micro,
    replicate: stack.replicate,
    urls: new Map(stack.parts.map(({ name, url }) => [name, url])),
    usersPid: micro?.services.users.pid,
    async stop() {
      await stack.stop();
      await directory.remove();
    },
  };
}

/** Starts one of the usual stacks once more, over the same databases; with further variables, if it is to differ. */
export const startTwin = (
  topology: 'monolith' | 'micro',
  postgres: { url: string; pid: number },
  signal: AbortSignal,
  env: Record<string, string> = {},
) => startVariant(topology, postgres, { ...SAME_TOKENS, ...env }, signal);

const databasesOn = (postgres: { url: string }, prefix: string) => ({
  DATABASE_URL: databaseUrl(postgres, `${prefix}jobly`),
  USERS_DATABASE_URL: databaseUrl(postgres, `${prefix}jobly_users`),
  COMPANIES_DATABASE_URL: databaseUrl(postgres, `${prefix}jobly_companies`),
  JOBS_DATABASE_URL: databaseUrl(postgres, `${prefix}jobly_jobs`),
  ACCOUNTS_DATABASE_URL: databaseUrl(postgres, `${prefix}jobly_accounts`),
  CATALOGUE_DATABASE_URL: databaseUrl(postgres, `${prefix}jobly_catalogue`),
});

const addressesOf = (services: ReadonlyMap<string, string>) =>
  Object.fromEntries(Array.from(services, ([name, url]) => [`${name.toUpperCase()}_URL`, url]));
