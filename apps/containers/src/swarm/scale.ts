import { StartError } from '@jobly/contracts';
import { step } from '@jobly/deployment';
import type { ContainerStack } from '../stacks';
import { type Context, contextFor, nameOf } from './context';
import { servicesOf } from './services';
import { settled } from './settle';
import { requireDeployed } from './update';

/** The number of replicas, of one process or, without a name, of all. */
export interface Scale {
  service?: string;
  replicas: number;
}

/**
 * Changes the number of replicas, and waits until they are healthy, or gone.
 * @throws StartError if a stack is not deployed, or has no such process.
 */
export async function scale(
  stacks: readonly ContainerStack[],
  scales: readonly Scale[],
  signal: AbortSignal,
): Promise<void> {
  const context = await contextFor(stacks, signal);
  for (const stack of stacks) {
    await requireDeployed(stack, context);
    await step(`Scaling ${nameOf(stack, context.settings)}`, () => scaleOne(stack, scales, context));
  }
}

/** Upwards one replica after the other: several that start at once would take the CPU from those that serve. */
export async function scaleOne(stack: ContainerStack, scales: readonly Scale[], context: Context): Promise<void> {
  const { docker, settings, signal } = context;
  const name = nameOf(stack, settings);
  const running = await servicesOf(name, docker);
  const wanted = scales.flatMap((one) => namesOf(stack, one).map((service) => [`${name}_${service}`, one.replicas]));
  for (const [service, replicas] of new Map(wanted as [string, number][])) {
    const current = running.find((one) => one.name === service)?.replicas ?? 0;
    for (let count = Math.min(current + 1, replicas); count <= replicas; count++) {
      await docker.do('service', 'scale', '--detach', `${service}=${count}`);
      await settled(name, docker, signal);
    }
  }
}

function namesOf({ name, processes }: ContainerStack, { service }: Scale): string[] {
  const all = processes.map((one) => one.service);
  if (service === undefined) return all;
  if (all.includes(service)) return [service];
  throw new StartError(`${name} has no process ${service}; it has ${all.join(', ')}.`);
}
