import { allOrNone, type Together } from '@jobly/lab/instrument';
import type { Scene } from '@jobly/lab/runner';
import { startNginx } from '@jobly/lab/system-under-test';
import type { Service } from './hot-service';
import type { Plan } from './plan';

/** Replicas of a stack or of a part of it, of which the first so many can be asked. */
export interface Fleet {
  /** The processes that are limited, each by itself, replica by replica. */
  replicas: readonly (readonly number[])[];
  /** Of so many replicas: what is asked, and the processes that it needs beside them. */
  fronts: ReadonlyMap<number, { origin: string; others: readonly number[] }>;
}

/** What is replicated. */
export interface Way {
  name: string;
  stack: 'monolith' | 'micro';
  counts: readonly number[];
  start(scene: Scene): Promise<Together<Fleet>>;
}

/** Of each replica: twelve have fewer together than PostgreSQL takes. */
const POOLS = { MONOLITH_POOL: '3', USERS_POOL: '3', COMPANIES_POOL: '3', JOBS_POOL: '3' };

/** No replica comes or goes. */
const NEVER_SECONDS = 86_400;

const services = ['users', 'companies', 'jobs'] as const;

export const waysOf = (hot: Service, { replicas, sets }: Plan): Way[] => [
  { name: 'the whole monolith', stack: 'monolith', counts: replicas, start: (scene) => monoliths(scene, replicas) },
  { name: 'every service', stack: 'micro', counts: sets, start: (scene) => everyService(scene, sets) },
  {
    name: `only the ${hot} service`,
    stack: 'micro',
    counts: replicas,
    start: (scene) => onlyOne(scene, hot, replicas),
  },
];

const monoliths = (scene: Scene, counts: readonly number[]) =>
  allOrNone(async (keep) => {
    const { replica, inFront } = starting(scene, keep);
    const started = await Promise.all(numbered(counts, () => replica('monolith')));
    const fronts = await fronted(counts, (count) => inFront(started.slice(0, count)));
    return { replicas: started.map(({ pid }) => [pid]), fronts };
  });

/** Whole copies of the stack: every gateway has services of its own. */
const everyService = (scene: Scene, counts: readonly number[]) =>
  allOrNone(async (keep) => {
    const { replica, inFront } = starting(scene, keep);
    const set = async () => {
      const own = await Promise.all(services.map((name) => replica(name)));
      const urls = Object.fromEntries(own.map(({ url }, index) => [urlVariable(services[index]!), url]));
      return [await replica('gateway', urls), ...own];
    };
    const sets = await Promise.all(numbered(counts, set));
    const fronts = await fronted(counts, (count) => inFront(sets.slice(0, count).map(([gateway]) => gateway!)));
    return { replicas: sets.map((own) => own.map(({ pid }) => pid)), fronts };
  });

/** The others stay one process each, with as much CPU as they want. */
const onlyOne = (scene: Scene, hot: Service, counts: readonly number[]) =>
  allOrNone(async (keep) => {
    const { replica, inFront } = starting(scene, keep);
    const started = await Promise.all(numbered(counts, () => replica(hot)));
    const fronts = await fronted(counts, async (count) => {
      const { origin, others } = await inFront(started.slice(0, count));
      const gateway = await replica('gateway', { [urlVariable(hot)]: origin });
      const idle = services
        .filter((name) => name !== hot)
        .map((name) => scene.stacks.micro.processes!.pids[`${name} service`]);
      return { origin: gateway.url, others: [gateway.pid, ...others, ...idle.flatMap((pid) => pid ?? [])] };
    });
    return { replicas: started.map(({ pid }) => [pid]), fronts };
  });

const urlVariable = (service: Service) => `${service.toUpperCase()}_URL`;

const numbered = <T>(counts: readonly number[], act: () => T): T[] => Array.from({ length: counts.at(-1)! }, act);

/** One for each number of replicas, because a change would cost nginx CPU while it is measured. */
async function fronted<T>(counts: readonly number[], act: (count: number) => Promise<T>): Promise<Map<number, T>> {
  const fronts = new Map<number, T>();
  for (const count of counts) fronts.set(count, await act(count));
  return fronts;
}

function starting({ stacks, run, signal }: Scene, keep: Parameters<Parameters<typeof allOrNone>[0]>[0]) {
  return {
    /** Starts a replica of a part. */
    async replica(part: 'monolith' | 'gateway' | Service, env: Record<string, string> = {}) {
      const { pid, url, ready, kill, exited } = await stacks.replicate!(part, { ...POOLS, ...env });
      keep({
        async stop() {
          kill('SIGTERM');
          await exited;
        },
      });
      await ready;
      return { pid, url };
    },
    /** Starts nginx in front of some. */
    async inFront(replicas: readonly { url: string }[]) {
      const options = { balancing: 'least-conn', lookEverySeconds: NEVER_SECONDS } as const;
      const addresses = replicas.map(({ url }) => new URL(url).host);
      const nginx = keep(await startNginx(run.nginx!, { ...options, replicas: addresses }, signal));
      return { origin: nginx.origin, others: Object.values(nginx.processes()) };
    },
  };
}
