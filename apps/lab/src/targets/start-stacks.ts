import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Endpoint, startStack } from '@jobly/stack';
import type { Stacks, Target } from './stacks';

/** The names libs/stack gives the databases it makes. */
const MONOLITH_DATABASES = ['jobly'];
const LOOPBACK_DATABASES = ['jobly_loopback'];
const MICRO_DATABASES = ['jobly_users', 'jobly_companies', 'jobly_jobs'];

/** Nothing may watch or hold back a measured block: logs at warn, no rate limits. */
const ENVIRONMENT = { LOG_LEVEL: 'warn', SEED: 'true', AUTH_RATE_LIMIT: '0', LOGIN_FAILURE_LIMIT: '0' };

/** Databases of the user's own are not for a benchmark to write into: the stacks get fresh ones. */
const NO_DATABASES = { DATABASE_URL: '', USERS_DATABASE_URL: '', COMPANIES_DATABASE_URL: '', JOBS_DATABASE_URL: '' };

/** Without the second call that a retry would make. */
const ONCE = { LOOPBACK_PORT_CALLS: 'json' };

/** Starts both stacks, freshly seeded, in a directory that is thrown away afterwards. */
export async function startStacks(
  signal: AbortSignal,
  { loopback = false }: { loopback?: boolean } = {},
): Promise<Stacks> {
  const directory = await mkdtemp(join(tmpdir(), 'jobly-lab-'));
  const removeDirectory = () => rm(directory, { recursive: true, force: true });
  const stack = await startStack({
    directory: join(directory, 'data'),
    parts: ['monolith', 'micro', ...(loopback ? (['loopback'] as const) : [])],
    ports: 'free',
    env: { ...ENVIRONMENT, ...NO_DATABASES, ...ONCE },
    signal,
  }).catch(async (error: unknown) => {
    await removeDirectory();
    throw error;
  });
  const { monolith, micro, postgres } = stack as Required<Pick<typeof stack, 'monolith' | 'micro' | 'postgres'>>;

  const target = ({ url }: Endpoint, endpoints: Record<string, Endpoint>, databases: string[]): Target => ({
    origin: url,
    processes: {
      pids: Object.fromEntries(Object.entries(endpoints).map(([name, { pid }]) => [name, pid])),
      postgres: { pid: postgres.pid, databases },
    },
  });
  const { gateway, users, companies, jobs } = micro.services;
  const behind = { 'users service': users, 'companies service': companies, 'jobs service': jobs };
  const service = (endpoint: Endpoint) => target(endpoint, behind, MICRO_DATABASES);
  const monolithDatabase = new URL(postgres.url);
  monolithDatabase.pathname = MONOLITH_DATABASES[0]!;
  return {
    monolith: target(monolith, { monolith }, MONOLITH_DATABASES),
    micro: target(micro, { gateway, ...behind }, MICRO_DATABASES),
    services: { users: service(users), companies: service(companies), jobs: service(jobs) },
    ...(stack.loopback && { loopback: target(stack.loopback, { loopback: stack.loopback }, LOOPBACK_DATABASES) }),
    monolithDatabase: monolithDatabase.href,
    admin: { username: 'testadmin', password: 'password' },
    died: stack.failed.then(
      ({ name, code, signal }) => `The process of ${name} has died (${signal ?? `exit code ${code}`}).`,
    ),
    async close() {
      await stack.stop();
      await removeDirectory();
    },
  };
}
