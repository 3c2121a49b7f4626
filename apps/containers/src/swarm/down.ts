import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '@jobly/contracts';
import { step } from '@jobly/deployment';
import type { ContainerStack } from '../stacks';
import { contextFor, nameOf } from './context';
import type { Docker } from '../docker';
import { namespaceOf } from './namespace';
import { secretsIn } from './secrets';

const LOOK_EVERY_MS = 500;

/** Longer than any process may take to end. */
const DEADLINE_MS = 60_000;

/** Removes stacks from the swarm, and on request their data and secrets; nothing of anyone else. */
export async function down(
  stacks: readonly ContainerStack[],
  { volumes }: { volumes: boolean },
  signal: AbortSignal,
): Promise<void> {
  const { docker, settings } = await contextFor(stacks, signal);
  for (const stack of stacks) {
    const name = nameOf(stack, settings);
    await step(`Removing ${name}`, () => remove(name, { volumes }, docker));
  }
}

/** @throws StartError if something is left after a minute. */
export async function remove(name: string, { volumes }: { volumes: boolean }, docker: Docker): Promise<void> {
  await docker.do('stack', 'rm', name);
  for (const deadline = performance.now() + DEADLINE_MS; (await leftOf(name, docker)).length > 0;) {
    if (performance.now() > deadline) {
      throw new StartError(`Something is left of ${name} after a minute: ${(await leftOf(name, docker)).join(', ')}.`);
    }
    await delay(LOOK_EVERY_MS);
  }
  if (!volumes) return;
  const data = await docker.lines('volume', 'ls', '--quiet', '--filter', namespaceOf(name));
  if (data.length > 0) await docker.do('volume', 'rm', ...data);
  const secrets = await secretsIn(name, docker);
  if (secrets.length > 0) await docker.do('secret', 'rm', ...secrets);
}

/** The containers and networks that are still there: the swarm removes them in the background. */
async function leftOf(name: string, docker: Docker): Promise<string[]> {
  const lists = await Promise.all([
    docker.lines('ps', '--all', '--format', '{{.Names}}', '--filter', namespaceOf(name)),
    docker.lines('network', 'ls', '--format', '{{.Name}}', '--filter', namespaceOf(name)),
  ]);
  return lists.flat();
}
