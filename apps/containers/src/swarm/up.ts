import { requireFreePort } from '../ports';
import { makeReadable } from '../readable';
import { told } from '@jobly/deployment';
import type { ContainerStack } from '../stacks';
import { urlOf } from '../up';
import { type Context, contextFor, nameOf } from './context';
import { deploy, prepare, versionOf } from './deploy';
import { servicesOf } from './services';

export interface UpOptions {
  /** The number of replicas of every process that can have several; the settings decide by default. */
  replicas?: number;
  /** The version of the images; by default they are built. */
  tag?: string;
}

/**
 * Deploys stacks to the swarm, and waits until all replicas are healthy.
 * @returns whether all of them run.
 * @throws StartError if something is missing.
 */
export async function up(
  stacks: readonly ContainerStack[],
  { replicas, tag }: UpOptions,
  signal: AbortSignal,
): Promise<boolean> {
  const counts = stacks.flatMap(({ processes }) => processes.map((one) => [one.replicas, String(replicas)]));
  const context = await contextFor(
    stacks,
    signal,
    replicas === undefined ? {} : (Object.fromEntries(counts) as Record<string, string>),
  );
  makeReadable('docker');
  let isUp = true;
  for (const stack of stacks) isUp = (await upOne(stack, tag, context)) && isUp;
  return isUp;
}

async function upOne(stack: ContainerStack, tag: string | undefined, context: Context): Promise<boolean> {
  const { docker, settings } = context;
  const running = await servicesOf(nameOf(stack, settings), docker);
  if (running.length === 0) await requireFreePort(stack, { ...settings, PUBLISH_ADDRESS: '0.0.0.0' });
  await prepare(stack, context);
  const tags = await versionOf(stack, tag, context);
  const isUp = await told(`Deploying ${nameOf(stack, settings)}`, () => deploy(stack, tags, context));
  if (isUp) console.log(`${stack.name.padEnd(10)} ${urlOf(stack, settings)}`);
  return isUp;
}
