import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '@jobly/contracts';
import { type Reads, read, readConstantly } from '@jobly/deployment';
import type { Compose } from '../compose';
import { type Container, containersOf, logOf } from '../containers';
import { logIn } from './log-in';

/** The events when a replica was killed and replaced. */
export interface Replacement {
  service: string;
  reads: Reads;
  /** From the start of the new container to the first request that it served (ms). */
  firstRequestMs: number;
}

/** These reach every service, and calls between them. */
export const PATHS = [
  '/companies?limit=5',
  '/companies/abbott-partners',
  '/jobs?limit=5',
  '/jobs/1',
  '/users/testuser',
];

/** Few enough for the remaining replica to answer all of them, even with a quarter of a slow CPU. */
const PER_SECOND = 20;

/** The undisturbed time before and after. */
const CALM_MS = 2_000;
const FIRST_REQUEST_DEADLINE_MS = 30_000;

/**
 * Kills one of a service's replicas under constant reads, and replaces it.
 * @throws StartError if the new one gets no requests.
 */
export async function replaceUnderLoad(
  service: string,
  compose: Compose,
  url: string,
  signal: AbortSignal,
): Promise<Replacement> {
  const before = await containersOf(compose.project, [service]);
  const reading = readConstantly(url, { paths: PATHS, perSecond: PER_SECOND, token: await logIn(url) });
  try {
    await delay(CALM_MS, undefined, { signal });
    await read(['docker', 'kill', before[0]!.id]);
    await delay(CALM_MS, undefined, { signal });
    await read(['docker', 'rm', '--volumes', before[0]!.id]);
    await compose.do('up', '--detach', '--no-deps', '--no-recreate', service);
    const known = new Set(before.map(({ id }) => id));
    const added = (await containersOf(compose.project, [service])).find(({ id }) => !known.has(id))!;
    const firstRequestMs = await awaitFirstRequest(added, signal);
    await delay(CALM_MS, undefined, { signal });
    return { service, firstRequestMs, reads: await reading.stop() };
  } finally {
    await reading.stop();
  }
}

/** The log shows it: a process logs every request when it has served it. */
async function awaitFirstRequest({ id, service, startedAt }: Container, signal: AbortSignal): Promise<number> {
  for (const deadline = performance.now() + FIRST_REQUEST_DEADLINE_MS; performance.now() < deadline;) {
    const lines = (await logOf(id)).split('\n').filter((line) => line.includes('"msg":"request"'));
    if (lines[0]) return (JSON.parse(lines[0]) as { time: number }).time - startedAt.getTime();
    await delay(200, undefined, { signal });
  }
  throw new StartError(`The new replica of ${service} gets nothing to do.`);
}
