import { setTimeout as delay } from 'node:timers/promises';
import type { LoadRequest } from '@jobly/lab/instrument';
import { exchange, inBatches } from '@jobly/lab/system-under-test';
import type { ElasticPart } from './parts';

/** Enough that the next ones take twice as long as in the long run, not ten times. */
const REQUESTS = 300;
const AT_A_TIME = 8;

/** No longer than this: those that it asks itself may be overloaded, which is why it is started (ms). */
const AT_MOST_MS = 1_500;

/** Reads that a process answers itself, before it is listed: its first requests take it longest. */
export const warmUp = (part: ElasticPart, url: string, requests: readonly LoadRequest[]): Promise<unknown> => {
  const until = performance.now() + AT_MOST_MS;
  return Promise.race([askAgain(part, url, requests, until), delay(AT_MOST_MS)]);
};

async function askAgain(part: ElasticPart, url: string, requests: readonly LoadRequest[], until: number) {
  const own = requests.filter(({ method, path }) => method === 'GET' && isAskedOf(part, path));
  const asked = Array.from({ length: REQUESTS }, (_, index) => own[index % own.length]!);
  await inBatches(AT_A_TIME, asked, async ({ method, path, headers }) => {
    if (performance.now() < until) await exchange(url, { method, path, ...(headers && { headers }) });
  });
}

/** Services are asked under the same paths as the stack. */
const isAskedOf = (part: ElasticPart, path: string) =>
  part === 'monolith' || part === 'gateway' || path.startsWith(`/${part}`);
