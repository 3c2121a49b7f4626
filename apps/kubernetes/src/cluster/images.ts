import { StartError } from '@jobly/contracts';
import { quietly } from '@jobly/deployment';
import { blueprints } from '@jobly/stack';
import type { Kubectl } from './kubectl';
import { type Target, imageOf } from './rendered';

/** How images get into a cluster of this machine, by the beginning of its context's name. */
const loaders: [prefix: string, command: (image: string, context: string) => string[]][] = [
  ['kind-', (image, context) => ['kind', 'load', 'docker-image', image, '--name', context.replace('kind-', '')]],
  ['minikube', (image, context) => ['minikube', 'image', 'load', image, '--profile', context]],
];

const loaderOf = (context: string) => loaders.find(([prefix]) => context.startsWith(prefix))?.[1];

/**
 * Builds a topology's images, and brings them to where the cluster finds them.
 * @throws StartError if there is no way to that cluster, or a step fails.
 */
export async function deliver(target: Target, { context }: Kubectl, env: NodeJS.ProcessEnv, signal: AbortSignal) {
  const apps = new Map(
    blueprints.filter(({ topology }) => topology === target.topology).map(({ app, port }) => [app, port.fallback]),
  );
  for (const [app, port] of apps) {
    const image = imageOf(app, target);
    const settings = ['--build-arg', `APP=${app}`, '--build-arg', `PORT=${port}`, '--tag', image];
    await run(['docker', 'build', ...settings, '.'], env, signal);
    const load = target.registry === undefined ? loaderOf(context) : undefined;
    await run(load ? load(image, context) : ['docker', 'push', image], env, signal);
  }
}

/** @throws StartError if the images of a cluster elsewhere are in no registry. */
export function requireWay({ context }: Kubectl, registry: string | undefined): void {
  if (registry !== undefined || loaderOf(context)) return;
  throw new StartError(
    `The context ${context} is neither kind nor minikube; say with --registry where its nodes get images from.`,
  );
}

async function run(command: string[], env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  await quietly(command, { env, signal }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new StartError(`There is no ${command[0]} here, which brings images to the cluster; install it.`);
  });
}
