import { allOrNone, type Together } from '@jobly/lab/instrument';
import { preloaded, type Replica, type Stacks } from '@jobly/lab/system-under-test';
import type { StackName } from '../stack-name';
import { DOMAIN, HOSTS } from './addresses';

const services = ['users', 'companies', 'jobs'] as const;

export type PairedPart = 'monolith' | 'gateway' | (typeof services)[number];

/** The one that the public asks comes last. */
const PARTS: Record<StackName, readonly PairedPart[]> = { monolith: ['monolith'], micro: [...services, 'gateway'] };

/** As in containers (docker/services.yml): longer than nginx takes to notice. */
const DRAINED = { DRAIN_MS: '2500' };

/** Both of them together have about as many connections as a single monolith has by default. */
const HALF_THE_POOL = { MONOLITH_POOL: '7' };

/** Two replicas of one process. */
export interface PairOfReplicas {
  part: PairedPart;
  /** ADDRESS:PORT each. */
  addresses: string[];
  /**
   * Ends one of them by SIGTERM and starts it again at its address; resolves when that is ready.
   * @returns its exit code
   */
  restart(index: number): Promise<number | null>;
}

/**
 * Starts two replicas of every process of a stack, over its databases. Processes know services by name, and balance
 * their requests over the replicas that have it.
 */
export const startPairs = (stacks: Stacks, stack: StackName): Promise<Together<PairOfReplicas[]>> =>
  allOrNone(async (keep) => {
    const { users, companies, jobs } = stacks.services!;
    const origins = { ...{ monolith: stacks.monolith, gateway: stacks.micro }, users, companies, jobs };
    const portOf = (part: PairedPart) => new URL(origins[part].origin).port;
    const urls = Object.fromEntries(
      services.map((part) => [`${part.toUpperCase()}_URL`, `http://${part}${DOMAIN}:${portOf(part)}`]),
    );
    const own = stack === 'monolith' ? HALF_THE_POOL : { ...urls, ...preloaded('named-replicas') };
    const env: Record<string, string> = { ...DRAINED, ...own };

    const startPair = async (part: PairedPart): Promise<PairOfReplicas> => {
      const port = portOf(part);
      const start = async (host: string) => {
        const replica = await stacks.replicate!(part, { ...env, HOST: host, [`${part.toUpperCase()}_PORT`]: port });
        await replica.ready;
        return replica;
      };
      const replicas: Replica[] = await Promise.all(HOSTS.map(start));
      keep({
        async stop() {
          for (const { kill } of replicas) kill('SIGTERM');
          await Promise.all(replicas.map(({ exited }) => exited));
        },
      });
      return {
        part,
        addresses: HOSTS.map((host) => `${host}:${port}`),
        async restart(index) {
          const { kill, exited } = replicas[index]!;
          kill('SIGTERM');
          const { code } = await exited;
          replicas[index] = await start(HOSTS[index]!);
          return code;
        },
      };
    };
    return Promise.all(PARTS[stack].map(startPair));
  });
