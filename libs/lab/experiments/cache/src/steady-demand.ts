import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { dueTimes, Failure, openConnections, pick, seededRandom } from '@jobly/lab/instrument';

/** The number of items, each requested once a second on average: the model then predicts how often each is fetched. */
export const THINGS = 100;
export const RATE_OF_EACH = 1;

const CONNECTIONS = 64;
const TIMEOUT_MS = 10_000;

/** Requests with their due times, in ms. */
export interface SteadyDemand {
  due: Float64Array;
  paths: string[];
}

/** A Poisson process of requests for jobs, all equally popular: the same for the same seed. */
export function steadyDemand(
  jobs: Pick<readonly { id: number }[], 'length' | 'at'>,
  seconds: number,
  seed: number,
): SteadyDemand {
  const random = seededRandom(seed);
  const popular = Array.from({ length: Math.min(THINGS, jobs.length) }, (_, index) => jobs.at(index)!);
  const rate = THINGS * RATE_OF_EACH;
  const due = dueTimes({ process: 'poisson', rate, durationMs: seconds * 1_000, leadInMs: 0 }, random);
  return { due, paths: Array.from(due, () => `/jobs/${pick(random, popular).id}`) };
}

/**
 * Sends every request when it is due, to within a timer's millisecond: nothing is timed here.
 * @throws Failure for an answer that is not 200; the signal's AbortError
 */
export async function meetDemand(origin: string, { due, paths }: SteadyDemand, signal: AbortSignal): Promise<void> {
  const connections = openConnections({ origin, connections: CONNECTIONS, timeoutMs: TIMEOUT_MS });
  const failures: string[] = [];
  const start = performance.now();
  try {
    for (const [index, time] of due.entries()) {
      const wait = start + time - performance.now();
      if (wait > 0) await delay(wait, undefined, { signal });
      connections.send({ method: 'GET', path: paths[index]!, expect: 200 }, (outcome) => {
        if ('failure' in outcome) failures.push(outcome.failure);
        else if (outcome.status !== 200) failures.push(`status ${outcome.status}`);
      });
    }
  } finally {
    await connections.close();
  }
  if (failures.length > 0) {
    throw new Failure(`${failures.length} of ${paths.length} requests to ${origin} failed (${failures[0]}).`);
  }
}
