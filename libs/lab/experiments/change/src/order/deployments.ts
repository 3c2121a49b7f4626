import type { Replayed } from '@jobly/lab/system-under-test';
import type { Deployable, ReadTopology } from '../preloads/topologies';
import { answersBefore, deploymentOrder, type DeploymentOrder } from './deployment-order';
import { isStartable, openStaging, type Startable } from './staging';
import type { Changed } from './steps';

/** What a feature changes in a topology. */
export interface Change {
  readonly topology: string;
  readonly changed: readonly Changed[];
  /** The workspace of the new version, built. */
  readonly after: string;
}

/** Deploys features in every order. Undefined for a topology that cannot be started. */
export type Deploy = (change: Change, say: (done: ReadonlySet<string>) => void) => Promise<DeploymentOrder | undefined>;

/**
 * Opens what deployments need, and closes it after use.
 *
 * @param before the workspace of the old version, built
 * @throws Failure if two starts of the old version answer differently
 */
export async function withDeployments<T>(
  before: string,
  topologies: readonly ReadTopology[],
  signal: AbortSignal,
  use: (deploy: Deploy) => Promise<T>,
): Promise<T> {
  const startable = new Map<Startable, readonly Deployable[]>(
    topologies.flatMap(({ name, deployables }) => (isStartable(name) ? [[name, deployables] as const] : [])),
  );
  const staging = await openStaging(before, startable, signal);
  try {
    const answers = new Map<Startable, Replayed[]>();
    for (const [topology, deployables] of startable) {
      answers.set(topology, await answersBefore({ topology, deployables, changed: [], after: before }, staging));
    }
    return await use(async ({ topology, changed, after }, say) => {
      const deployables = isStartable(topology) && startable.get(topology);
      if (!deployables) return undefined;
      return deploymentOrder({ topology, deployables, changed, after }, answers.get(topology)!, staging, say);
    });
  } finally {
    await staging.close();
  }
}
