import { randomUUID } from 'node:crypto';
import { Failure } from '@jobly/lab/instrument';
import { parseServerTiming, type ProcessTime, settledCounters, timedClient } from '@jobly/lab/system-under-test';
import type { Client } from 'undici';
import type { Caller, Unknown, Work } from '../../api/request';
import type { Question } from './question';
import { type Sent, send } from './send';
import type { RunningStack } from './stacks';
import type { Tokens } from './tokens';

/** What one stack has answered, and what it did for that. */
export interface Asked {
  readonly sent: Sent;
  readonly requestId: string;
  readonly account: ProcessTime | Unknown;
  readonly work: Work | Unknown;
  readonly warmUp: number;
}

/** The first requests find connections closed and code uncompiled. A slow stack is not kept busy with them. */
const WARM_UP = { requests: 10, mostMs: 1_000 };

/**
 * Sends a request to a stack; reads also several times before, to warm up. If the stack no longer accepts the token
 * that was kept, because it was reset, it is asked again with a new one.
 * @throws Failure when the stack does not answer, or refuses to log in
 */
export async function askStack(
  stack: RunningStack,
  question: Question,
  caller: Caller,
  tokens: Tokens,
): Promise<Asked> {
  const asked = await askOnce(stack, question, caller, tokens);
  if (asked.sent.status !== 401 || !tokens.forget(stack, caller)) return asked;
  return askOnce(stack, question, caller, tokens);
}

async function askOnce(stack: RunningStack, question: Question, caller: Caller, tokens: Tokens): Promise<Asked> {
  const client = timedClient(stack.processes[0].url);
  try {
    const requestId = `console-${randomUUID()}`;
    const headers = { ...(await signedIn(stack, caller, tokens)), 'x-request-id': requestId };
    const warmUp = await warmedUp(client, question, headers);
    const before = await counters(stack);
    const sent = await send(client, question, headers);
    const work = difference(before, await counters(stack));
    return { sent, requestId, account: accountIn(sent), work, warmUp };
  } finally {
    await client.destroy();
  }
}

/** The headers that say who asks. */
export async function signedIn(stack: RunningStack, caller: Caller, tokens: Tokens): Promise<Record<string, string>> {
  const token = await tokens.of(stack, caller);
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

async function warmedUp(client: Client, question: Question, headers: Record<string, string>) {
  const end = performance.now() + WARM_UP.mostMs;
  let sent = 0;
  while (question.method === 'GET' && sent < WARM_UP.requests && performance.now() < end) {
    await send(client, question, headers);
    sent++;
  }
  return sent;
}

function accountIn({ headers }: Sent): ProcessTime | Unknown {
  const timing = headers['server-timing'];
  if (timing === undefined) return { unknown: 'It does not say where its time goes (SERVER_TIMING is not true).' };
  return orUnknown(() => parseServerTiming(timing));
}

const counters = async ({ processes }: RunningStack): Promise<Work | Unknown> =>
  settledCounters(processes).catch(whyUnknown);

function difference(before: Work | Unknown, after: Work | Unknown): Work | Unknown {
  if ('unknown' in before) return before;
  if ('unknown' in after) return after;
  return {
    statements: after.statements - before.statements,
    calls: after.calls - before.calls,
    bytes: after.bytes - before.bytes,
  };
}

function orUnknown<T>(read: () => T): T | Unknown {
  try {
    return read();
  } catch (error) {
    return whyUnknown(error);
  }
}

function whyUnknown(error: unknown): Unknown {
  if (error instanceof Failure) return { unknown: error.message };
  throw error;
}
