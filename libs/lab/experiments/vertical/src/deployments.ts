import { allOrNone, eachOf, type StackProcesses, type Together } from '@jobly/lab/instrument';
import type { Run, Scene } from '@jobly/lab/runner';
import { startNginx, startTwin } from '@jobly/lab/system-under-test';

/** One way to run Jobly, whose processes share a limit. */
export interface Deployment {
  name: string;
  stack: 'monolith' | 'micro';
  /** How many of each process. */
  replicas: number;
  env: Record<string, string>;
}

/** Four of the monolith have about as many connections together as one of it, and as the services, have by default. */
const A_QUARTER_OF_THE_POOL = { MONOLITH_POOL: '4' };

export const deployments: readonly Deployment[] = [
  { name: 'monolith', stack: 'monolith', replicas: 1, env: {} },
  { name: 'four monoliths', stack: 'monolith', replicas: 4, env: A_QUARTER_OF_THE_POOL },
  { name: 'microservices', stack: 'micro', replicas: 1, env: {} },
];

export interface Deployed {
  /** nginx's, in front of all alike. */
  origin: string;
  /** Those that are limited. */
  pids: number[];
  /** The backends of their databases, which are not. */
  database: StackProcesses;
}

/** No replica comes or goes. */
const NEVER_SECONDS = 86_400;

/** Starts one, over the databases of the usual stacks. */
export const deploy = (
  { stacks, signal }: Scene,
  { stack, replicas, env }: Deployment,
  nginx: Run['nginx'],
): Promise<Together<Deployed>> =>
  allOrNone(async (keep) => {
    const { target, replicate } = keep(await startTwin(stack, stacks.postgres!, signal, env));
    const more = Array.from({ length: replicas - 1 }, () => replicate('monolith', env));
    const started = await Promise.all(more);
    await Promise.all(started.map(({ ready }) => ready));
    const addresses = [target.origin, ...started.map(({ url }) => url)].map((url) => new URL(url).host);
    const options = { replicas: addresses, balancing: 'least-conn', lookEverySeconds: NEVER_SECONDS } as const;
    const { origin } = keep(await startNginx(nginx!, options, signal));
    const { postgres } = target.processes!;
    return {
      origin,
      pids: [...eachOf(target.processes!), ...started].map(({ pid }) => pid),
      database: { pids: {}, ...(postgres && { postgres }) },
    };
  });
