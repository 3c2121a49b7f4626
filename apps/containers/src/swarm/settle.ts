import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '@jobly/contracts';
import type { Docker } from '../docker';
import { type SwarmService, servicesOf, tasksOf } from './services';

const LOOK_EVERY_MS = 500;
const DEADLINE_MS = 300_000;

const underWay = ['updating', 'rollback_started'];
const failed = ['paused', 'rollback_completed', 'rollback_paused'];

/**
 * Waits until every service of a stack has all of its replicas, of one version and healthy, those that are
 * replaced have ended, and no update is under way.
 * @returns the services whose update failed.
 * @throws StartError naming a service that is not complete after five minutes, with the reason that the swarm gives.
 */
export async function settled(stack: string, docker: Docker, signal: AbortSignal): Promise<SwarmService[]> {
  for (const deadline = performance.now() + DEADLINE_MS; ;) {
    const services = await servicesOf(stack, docker);
    const waiting = await firstUnsettled(services, docker);
    if (!waiting) return services.filter(({ update }) => update && failed.includes(update.state));
    if (performance.now() > deadline) {
      throw new StartError(`${waiting.name} is not complete after five minutes: ${await reasonOf(waiting, docker)}`);
    }
    await delay(LOOK_EVERY_MS, undefined, { signal });
  }
}

async function firstUnsettled(services: SwarmService[], docker: Docker): Promise<SwarmService | undefined> {
  for (const service of services) if (!(await isSettled(service, docker))) return service;
  return undefined;
}

async function isSettled({ name, image, replicas, update }: SwarmService, docker: Docker): Promise<boolean> {
  if (update && underWay.includes(update.state)) return false;
  const running = (await tasksOf(name, docker)).filter(({ state }) => state.startsWith('Running'));
  return running.length === replicas && running.every((task) => task.isWanted && task.image === image);
}

/** What a task that ended said last, or why the swarm does not run it. */
export async function reasonOf({ name }: SwarmService, docker: Docker, isMeant = (_image: string) => true) {
  const task = (await tasksOf(name, docker)).find(({ error, image }) => error && isMeant(image));
  if (!task) return 'its replicas do not become healthy';
  const said = await docker.logged('service', 'logs', '--raw', '--tail', '5', task.id).catch(() => []);
  return said.length > 0 ? said.join('\n') : task.error;
}
