import { Failure } from '@jobly/lab/instrument';
import { parseServerTiming, type ProcessTime, settledCounters, timedClient } from '@jobly/lab/system-under-test';
import type { Caller, Unknown, Work } from '../../api/request';
import type { Question } from './question';
import { type Sent, send } from './send';
import type { RunningStack } from './stacks';
import type { Tokens } from './tokens';

/** What one stack has answered, and what it did for that. */
export interface Asked {
  readonly sent: Sent;
  readonly account: ProcessTime | Unknown;
  /** Of one request. */
  readonly work: Work | Unknown;
  readonly warmUp: number;
  /** All times after that (ms), of which it has the median one. */
  readonly times: readonly number[];
}

/** The first requests find connections closed and code uncompiled, and a single one may be disturbed by anything. */
const READS = { warmUp: 10, of: 25 };

/** A slow stack is not kept busy for longer with either (ms). */
const MOST_MS = 1_000;

/**
 * Sends a request to a stack; reads several times. If the stack no longer accepts the token that was kept, because it
 * was reset, it is asked again with a new one.
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
    const headers = await signedIn(stack, caller, tokens);
    const once = () => send(client, question, headers);
    const isRead = question.method === 'GET';
    const warmUp = isRead ? await repeated(once, READS.warmUp) : [];
    const before = await counters(stack);
    const all = await repeated(once, isRead ? READS.of : 1);
    const work = perRequest(before, await counters(stack), all.length);
    const sent = all.toSorted((one, other) => one.clientMs - other.clientMs)[all.length >> 1]!;
    return { sent, account: accountIn(sent), work, warmUp: warmUp.length, times: all.map(({ clientMs }) => clientMs) };
  } finally {
    await client.destroy();
  }
}

/** The headers that say who asks. */
export async function signedIn(stack: RunningStack, caller: Caller, tokens: Tokens): Promise<Record<string, string>> {
  const token = await tokens.of(stack, caller);
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

/** So many requests, one after the other; fewer of a slow stack, but one at least. */
async function repeated(sending: () => Promise<Sent>, times: number): Promise<Sent[]> {
  const end = performance.now() + MOST_MS;
  const all = [await sending()];
  while (all.length < times && performance.now() < end) all.push(await sending());
  return all;
}

function accountIn({ headers }: Sent): ProcessTime | Unknown {
  const timing = headers['server-timing'];
  if (timing === undefined) return { unknown: 'It does not say where its time goes (SERVER_TIMING is not true).' };
  return orUnknown(() => parseServerTiming(timing));
}

const counters = async ({ processes }: RunningStack): Promise<Work | Unknown> =>
  settledCounters(processes).catch(whyUnknown);

function perRequest(before: Work | Unknown, after: Work | Unknown, requests: number): Work | Unknown {
  if ('unknown' in before) return before;
  if ('unknown' in after) return after;
  const of = (counter: keyof Work) => (after[counter] - before[counter]) / requests;
  return { statements: of('statements'), calls: of('calls'), bytes: of('bytes') };
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
