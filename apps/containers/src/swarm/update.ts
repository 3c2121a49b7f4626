import { StartError } from '@jobly/contracts';
import { told } from '@jobly/deployment';
import type { ContainerStack } from '../stacks';
import { type Context, contextFor, nameOf } from './context';
import { deploy, versionOf } from './deploy';
import { dockerWith } from '../docker';
import { servicesOf } from './services';

/**
 * Replaces the running replicas by those of another version, one after the other, and keeps their number.
 * @returns whether the new version runs everywhere; if not, the process that failed and those after it run the old one.
 * @throws StartError if a stack is not deployed, or an image is not here.
 */
export async function update(
  stacks: readonly ContainerStack[],
  { tag }: { tag?: string },
  signal: AbortSignal,
): Promise<boolean> {
  const context = await contextFor(stacks, signal);
  for (const stack of stacks) await requireDeployed(stack, context);
  let isDone = true;
  for (const stack of stacks) {
    const tags = await versionOf(stack, tag, context);
    isDone = (await told(`Updating ${nameOf(stack, context.settings)}`, () => roll(stack, tags, context))) && isDone;
  }
  return isDone;
}

/**
 * Deploys versions with as many replicas of each process as there are. One process after the other, the one behind nginx
 * last: new replicas of all at once would take the CPU from those that serve. The first update that fails ends it.
 */
export async function roll(stack: ContainerStack, tags: Record<string, string>, context: Context): Promise<boolean> {
  const { docker, settings } = context;
  const name = nameOf(stack, settings);
  const running = await servicesOf(name, docker);
  const counts = stack.processes.flatMap(({ service, replicas }) => {
    const count = running.find((one) => one.name === `${name}_${service}`)?.replicas;
    return count === undefined ? [] : [[replicas, String(count)]];
  });
  const kept = { ...settings, ...(Object.fromEntries(counts) as Record<string, string>) };
  const rolling = { ...context, settings: kept, docker: dockerWith(kept, context.signal) };
  for (const { service } of stack.processes.toReversed()) {
    if (!(await deploy(stack, tags, rolling, service))) return false;
  }
  // What has changed beside the processes.
  return deploy(stack, tags, rolling);
}

/** @throws StartError if a stack is not deployed. */
export async function requireDeployed(stack: ContainerStack, { docker, settings }: Context): Promise<void> {
  const name = nameOf(stack, settings);
  if ((await servicesOf(name, docker)).length > 0) return;
  throw new StartError(`${name} is not deployed; type "npm run swarm -- up ${stack.name}".`);
}
