import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allOrNone, type LoadRequest, type Together } from '@jobly/lab/instrument';
import type { Scene } from '@jobly/lab/runner';
import { preloaded, startNginx, type Stacks, throwawayDirectory } from '@jobly/lab/system-under-test';
import { DRAIN_MS, REPLICA_CPUS } from '../plan';
import { createDeployment, type Deployment } from './deployment';
import { nextHost } from './hosts';
import { DOMAIN, LISTS } from './names';
import { type ElasticPart, PARTS, services, type StackName } from './parts';
import { startReplica } from './replica-process';
import { warmUp } from './warm-up';

/** A stack whose every process is a deployment of its own, behind nginx. */
export interface Fleet {
  origin: string;
  deployments: ReadonlyMap<ElasticPart, Deployment>;
}

/** Few connections each, for there may be many replicas: together they have what the database allows. */
const POOLS = { MONOLITH_POOL: '4', USERS_POOL: '3', COMPANIES_POOL: '3', JOBS_POOL: '3' };

/**
 * Starts one replica of every process of a stack, over its databases. Services are found by name, as in containers, and
 * whoever asks them balances the requests over the replicas that the name lists; the public ones are behind nginx.
 * @throws Failure if CPU time cannot be limited here
 */
export async function startFleet(
  scene: Scene,
  stack: StackName,
  requests: readonly LoadRequest[],
): Promise<Together<Fleet>> {
  const { stacks, run, signal } = scene;
  const lists = await throwawayDirectory();
  const { started, stop } = await allOrNone(async (keep) => {
    // Until replicas are ready, everybody is served by the stack's own processes, which listen at the same ports.
    const own = `127.0.0.1:${portOf(stacks, PARTS[stack].at(-1)!)}`;
    const nginx = keep(await startNginx(run.nginx!, { replicas: [own], balancing: 'least-conn' }, signal));
    for (const part of services) writeList(listOf(lists.path, part), ['127.0.0.1']);
    const env = { ...POOLS, DRAIN_MS: String(DRAIN_MS), ...namesOf(stacks, stack, lists.path) };
    const deployments = new Map(
      PARTS[stack].map((part) => {
        const port = portOf(stacks, part);
        const start = () => {
          const host = nextHost();
          const replicate = () => stacks.replicate!(part, { ...env, HOST: host, [`${part.toUpperCase()}_PORT`]: port });
          return startReplica({ host, limit: REPLICA_CPUS, replicate, warmUp: (url) => warmUp(part, url, requests) });
        };
        const isPublic = part === PARTS[stack].at(-1);
        const list = (hosts: readonly string[]) =>
          isPublic
            ? nginx.setReplicas(hosts.map((host) => `${host}:${port}`))
            : writeList(listOf(lists.path, part), hosts);
        return [part, keep(createDeployment(start, (ready) => list(ready.map(({ host }) => host))))] as const;
      }),
    );
    for (const { scale } of deployments.values()) scale(1);
    await Promise.all(Array.from(deployments.values(), ({ settled }) => settled()));
    return { origin: nginx.origin, deployments };
  }).catch(async (error: unknown) => {
    await lists.remove();
    throw error;
  });
  return { started, stop: () => stop().finally(() => lists.remove()) };
}

const portOf = ({ monolith, micro, services: behind }: Stacks, part: ElasticPart) =>
  new URL({ monolith, gateway: micro, ...behind! }[part].origin).port;

/** How the processes of a stack find its services. */
function namesOf(stacks: Stacks, stack: StackName, lists: string): Record<string, string> {
  if (stack === 'monolith') return {};
  const urls: Record<string, string> = Object.fromEntries(
    services.map((part) => [`${part.toUpperCase()}_URL`, `http://${part}${DOMAIN}:${portOf(stacks, part)}`]),
  );
  return { ...urls, [LISTS]: lists, ...preloaded('listed-replicas') };
}

const listOf = (lists: string, part: ElasticPart) => join(lists, `${part}${DOMAIN}`);

/** Atomically, because somebody may be reading it. */
function writeList(file: string, hosts: readonly string[]): void {
  writeFileSync(`${file}.new`, hosts.join('\n'));
  renameSync(`${file}.new`, file);
}
