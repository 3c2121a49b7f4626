import { setTimeout as delay } from 'node:timers/promises';
import { tick } from '@jobly/deployment';
import type { Compose } from './compose';
import { type Container, containersOf, failsAgain, failureOf, findFailed } from './containers';

const LOOK_EVERY_MS = 250;
const DEADLINE_MS = 180_000;

/**
 * Starts the built images, and reports every container that is healthy, until all of them are healthy, or have exited
 * successfully if they run only once.
 * @throws StartError naming a container that has failed, with its last output, or one that is not ready within three
 * minutes.
 */
export async function bringUp(compose: Compose, signal: AbortSignal, profile: string[] = []): Promise<void> {
  const begin = performance.now();
  // Containers that ended earlier are about to be started again.
  const since = new Date();
  const services = (await compose.read(...profile, 'config', '--services')).split('\n').filter(Boolean);
  const told = new Set<string>();
  // Containers that have been failing since an earlier start are about to be replaced.
  const doomed = new Set((await containersOf(compose.project, services)).filter(failsAgain).map(({ id }) => id));
  const look = async () => {
    const containers = (await containersOf(compose.project, services)).filter(({ id }) => !doomed.has(id));
    const failed = findFailed(containers, since);
    if (failed) throw await failureOf(failed, 'has failed');
    for (const { id, service, number, startedAt } of containers.filter(isHealthy)) {
      if (!told.has(id) && startedAt > since) tick(`${service} ${number} is healthy`, performance.now() - begin);
      told.add(id);
    }
    return containers.find(isOnTheWay);
  };

  // Compose ends when the last container is started, and fails without a reason if one of them fails.
  const starting = compose.do(...profile, 'up', '--detach').then(
    () => undefined,
    (error: unknown) => error as Error,
  );
  const started = Symbol();
  while ((await Promise.race([starting.then(() => started), delay(LOOK_EVERY_MS)])) !== started) await look();
  const error = await starting;
  doomed.clear();
  const last = await look();
  if (error !== undefined) throw error;

  for (let waiting = last; waiting; waiting = await look()) {
    if (performance.now() - begin > DEADLINE_MS) throw await failureOf(waiting, 'is not healthy after three minutes');
    await delay(LOOK_EVERY_MS, undefined, { signal });
  }
}

const isHealthy = ({ health }: Container) => health === 'healthy';

const isOnTheWay = ({ status, health = 'healthy' }: Container) => status !== 'exited' && health !== 'healthy';
