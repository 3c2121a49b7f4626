import { step, say } from '@jobly/deployment';
import type { Kubectl } from './kubectl';
import { findKubectl } from './kubectl';
import { deliver, requireWay } from './images';
import { type Target, isServing, render, textOf } from './rendered';
import { keepSecrets } from './secrets';
import { awaitMigrations, requireStartable } from './waiting';
import { PROXY, PROXY_PORT } from '../manifests/proxy';

export interface UpOptions {
  /** Whether images are built, and brought to the cluster. */
  build: boolean;
  /** Values of secrets, by key, instead of new ones. */
  secrets?: Record<string, string>;
}

/**
 * Brings a stack into the cluster, or the cluster's stack up to date: images, secrets, databases and their migrations,
 * and then what serves. If a migration fails, what serves is left as it was.
 * @throws StartError if a step fails.
 */
export async function up(target: Target, { build, secrets }: UpOptions, signal: AbortSignal): Promise<Kubectl> {
  const { env } = process;
  const { namespace } = target;
  const kubectl = await findKubectl(env, signal);
  if (build) requireWay(kubectl, target.registry);
  const resources = await render(kubectl, target);
  if (build) await step('Building and delivering the images', () => deliver(target, kubectl, env, signal));

  const apply = (some: typeof resources) => kubectl.do(['apply', '--filename', '-'], textOf(some));
  await apply(resources.filter(({ kind }) => kind === 'Namespace'));
  const made = await keepSecrets(kubectl, namespace, resources, secrets);
  if (made.length > 0) say(`Made the secrets ${made.join(', ')}.`);
  await step('Migrating', async () => {
    // A Job cannot be changed, only replaced.
    const selector = ['--selector', 'app.kubernetes.io/part-of=jobly', '--ignore-not-found'];
    await kubectl.do(['delete', 'jobs', '--namespace', namespace, ...selector]);
    await apply(resources.filter((one) => !isServing(one)));
    await awaitMigrations(kubectl, namespace, signal);
  });
  await step('Rolling out', async () => {
    await apply(resources.filter(isServing));
    for (const { metadata } of resources.filter(({ kind }) => kind === 'Deployment')) {
      await rollOut(kubectl, namespace, metadata!.name!);
    }
  });
  return kubectl;
}

async function rollOut(kubectl: Kubectl, namespace: string, name: string): Promise<void> {
  const command = ['rollout', 'status', `deployment/${name}`, '--namespace', namespace, '--timeout=240s'];
  await kubectl.do(command).catch(async (error: unknown) => {
    await requireStartable(kubectl, namespace);
    throw error;
  });
}

export const summaryOf = ({ topology, namespace }: Target, port: number) =>
  [
    `http://${namespace}.localhost, if the cluster has an Ingress controller on port 80; otherwise:`,
    `  kubectl port-forward --namespace ${namespace} service/${PROXY} ${port}:${PROXY_PORT}`,
    `  curl -s 'http://localhost:${port}/companies?nameLike=an&limit=2'`,
    `"npm run k8s -- down ${topology}" takes it away; data and secrets stay.`,
  ].join('\n');
