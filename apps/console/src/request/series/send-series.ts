import { Failure } from '@jobly/lab/instrument';
import { type Explained, parseServerTiming, partsOf, timedClient } from '@jobly/lab/system-under-test';
import type { Sample, StackName } from '../../../api/request';
import type { Question } from '../question';
import { type Sent, send } from '../send';
import type { RunningStack } from '../stacks';

/** A stack, and the headers of the requests to it. */
export interface Arm {
  readonly stack: RunningStack;
  readonly headers: Readonly<Record<string, string>>;
}

/** The times of one stack's requests that count (ms). */
export interface Series {
  readonly stack: StackName;
  readonly times: number[];
  /** Where they went; fewer than the times if the stack does not tell. */
  readonly explained: Explained[];
}

/** To each stack; those to warm up come first, and do not count. */
export const LENGTH = { warmUp: 20, counted: 200 };

/**
 * Sends a request many times to each stack in turn, one at a time. The order alternates, because the first one finds
 * the caches as the other has left them.
 * @param hear hears of each at once
 * @param check throws if it must not go on
 * @throws Failure if a stack does not answer, answers otherwise than before, or has done what was meant to be refused
 */
export async function sendSeries(
  arms: readonly Arm[],
  question: Question,
  hear: (sample: Sample) => void,
  check: () => void,
  signal: AbortSignal,
): Promise<Series[]> {
  const open = arms.map(({ stack, headers }) => ({
    ...{ stack, headers, client: timedClient(stack.processes[0].url), status: undefined as number | undefined },
    series: { stack: stack.name, times: [], explained: [] },
  }));
  try {
    for (let round = 0; round < LENGTH.warmUp + LENGTH.counted; round++) {
      for (const arm of round % 2 === 0 ? open : open.toReversed()) {
        signal.throwIfAborted();
        check();
        const sent = await sendTo(arm.stack, () => send(arm.client, question, arm.headers, signal));
        refuseDeviation(arm.stack.name, question, sent.status, (arm.status ??= sent.status));
        const isWarmUp = round < LENGTH.warmUp;
        hear({ stack: arm.stack.name, ms: sent.clientMs, isWarmUp });
        if (!isWarmUp) keep(arm.series, sent);
      }
    }
  } finally {
    await Promise.all(open.map(({ client }) => client.destroy()));
  }
  return open.map(({ series }) => series);
}

async function sendTo({ name }: RunningStack, sending: () => Promise<Sent>): Promise<Sent> {
  try {
    return await sending();
  } catch (error) {
    if (error instanceof Failure) throw new Failure(`Stopped at ${name}. ${error.message}`);
    throw error;
  }
}

function refuseDeviation(stack: StackName, { method }: Question, status: number, first: number): void {
  if (method !== 'GET' && status < 400) {
    throw new Failure(`Stopped: ${stack} has not refused it, and only reads and refused writes are repeated.`);
  }
  if (status !== first) throw new Failure(`Stopped: ${stack} answered ${status}, and ${first} before.`);
}

function keep({ times, explained }: Series, { clientMs, headers }: Sent): void {
  times.push(clientMs);
  const timing = headers['server-timing'];
  if (timing !== undefined) explained.push({ clientMs, parts: partsOf(clientMs, parseServerTiming(timing)) });
}
