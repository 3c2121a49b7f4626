import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '@jobly/lab/instrument';
import type { MeasuredScene } from '@jobly/lab/runner';
import { metricTotal } from '@jobly/lab/system-under-test';
import { meetDemand, steadyDemand } from './steady-demand';
import type { Front } from './fronts';
import { STACKS } from './ttls';

/** The load that a cache left to its stack. */
export interface OriginLoad {
  front: Front;
  asked: number;
  /** The requests from nginx to the stack. */
  fetched: number;
}

/** The cache states of requests that reach the stack; nginx's log has an empty one without a cache. */
const FETCHING = ['', 'MISS', 'EXPIRED'];

const LOOKS = 50;
const PAUSE_MS = 100;

/**
 * Puts the same steady demand on all caches concurrently, from the beginning of a second, and reads nginx's logs.
 * @throws Failure for an answer that is not 200, and if a stack has answered more or fewer requests than nginx says it
 * sent
 */
export async function originLoads(
  { stacks, sessions, seed, signal }: MeasuredScene,
  fronts: readonly Front[],
  seconds: number,
): Promise<OriginLoad[]> {
  const { jobs } = sessions.at(stacks.monolith.origin);
  const demand = steadyDemand(jobs, seconds, seed);
  const before = await Promise.all(STACKS.map(jobsAnswered));
  await delay(1_000 - (Date.now() % 1_000), undefined, { signal });
  await Promise.all(fronts.map(({ nginx }) => meetDemand(nginx.origin, demand, signal)));
  const loads = await Promise.all(fronts.map((front) => loadOf(front, demand.due.length)));
  for (const [index, stack] of STACKS.entries()) {
    const ofStack = loads.filter(({ front }) => front.stack === stack);
    const expected = ofStack.reduce((sum, { fetched }) => sum + fetched, 0);
    const counted = await settled(async () => (await jobsAnswered(stack)) - before[index]!, expected);
    if (counted !== expected) {
      throw new Failure(`nginx says that it asked the ${stack} for ${expected} jobs, which counts ${counted}.`);
    }
  }
  return loads;

  function jobsAnswered(stack: Front['stack']): Promise<number> {
    const [entrance] = stacks[stack].endpoints!;
    const isJob = ({ method, route }: Record<string, string>) => method === 'GET' && route === '/jobs/:id';
    return metricTotal([entrance!], 'http_request_duration_seconds_count', isJob);
  }
}

/** nginx's log, summed up. */
async function loadOf(front: Front, sent: number): Promise<OriginLoad> {
  const { log, logged } = front.nginx;
  await logged();
  const ofJobs = () => log.filter(({ path }) => path.startsWith('/jobs/'));
  const asked = await settled(() => ofJobs().length, sent);
  if (asked !== sent) throw new Failure(`${front.name} was asked ${sent} times, and its log has ${asked} requests.`);
  return { front, asked, fetched: ofJobs().filter(({ cache }) => FETCHING.includes(cache)).length };
}

/** Polls a count until it is as expected or will not become so: nobody waits for nginx's background fetches. */
async function settled(count: () => number | Promise<number>, expected: number): Promise<number> {
  let counted = await count();
  for (let look = 1; look < LOOKS && counted < expected; look++) {
    await delay(PAUSE_MS);
    counted = await count();
  }
  return counted;
}
