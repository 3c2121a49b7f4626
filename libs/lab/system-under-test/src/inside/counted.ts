import { Failure, type LoadRequest } from '@jobly/lab/instrument';
import { exchange } from '../exchange';
import { settledCounters } from './counters';
import type { CountedProcess } from './metrics';

/** The mean effects of one request within a stack. */
export interface CountedPerRequest {
  /** Sent to PostgreSQL, BEGIN and COMMIT included. */
  statements: number;
  /** HTTP requests between processes. */
  calls: number;
  /** Between processes, the database's included, both ways. */
  bytes: number;
}

export interface CountOptions {
  /** All processes of the stack; requests go to the first, the public origin. */
  processes: readonly [CountedProcess, ...CountedProcess[]];
  /** Sent one after the other. */
  requests: readonly LoadRequest[];
  /** The number of requests sent before counting, so that statements are prepared and keys fetched; 20 by default. */
  warmUp?: number;
}

/**
 * Counts the effects of requests, including events, even if they are delivered after their answers.
 * @throws Failure for an answer that is not the expected one
 */
export async function countPerRequest({ processes, requests, warmUp = 20 }: CountOptions): Promise<CountedPerRequest> {
  const [{ url }] = processes;
  await sendAll(url, requests.slice(0, warmUp));
  const counted = requests.slice(warmUp);
  if (counted.length === 0) throw new Failure(`No request is left to count after ${warmUp} to warm up.`);
  const before = await settledCounters(processes);
  await sendAll(url, counted);
  const after = await settledCounters(processes);
  const perRequest = (counter: keyof CountedPerRequest) => (after[counter] - before[counter]) / counted.length;
  return { statements: perRequest('statements'), calls: perRequest('calls'), bytes: perRequest('bytes') };
}

async function sendAll(origin: string, requests: readonly LoadRequest[]): Promise<void> {
  for (const { expect, ...question } of requests) {
    const { status } = await exchange(origin, question);
    if (status !== expect) throw new Failure(`${origin} answers ${status} to ${question.method} ${question.path}.`);
  }
}
