import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '@jobly/contracts';
import { type Stack, type StackOptions, withTemporaryStack } from '@jobly/stack';
import { inflict, watchedProcesses } from './faults/inflict';
import type { StackName } from './faults/schedule';
import type { Entry, Fault } from './record/entries';
import { readFinalState } from './record/read-final-state';
import { runClients } from './workload/clients';
import { askAt } from './workload/request';
import { recorder } from './workload/recorder';

export interface Run {
  stack: StackName;
  seed: number;
  durationMs: number;
  faults: Fault[];
  signal: AbortSignal;
  /** Hears everything, in the order in which it ends. */
  onEntry: (entry: Entry) => void;
  /** Prepares the stack, and names the origin that clients use: for faults that are none of processes. */
  prepare?: (stack: Stack) => Promise<string | undefined>;
}

/** What the services may take to tell each other what happened, once all of them run. */
const SETTLE_MS = 5_000;
const READY_WITHIN_MS = 60_000;

const settings = {
  SEED: 'true',
  SEED_PASSWORD: 'password',
  AUTH_RATE_LIMIT: '0',
  LOGIN_FAILURE_LIMIT: '0',
  AUTH_MODE: '',
  DATA_SHARING: '',
};

/**
 * Restarts come soon, and never end: a part that was ready for a moment has recovered. The delay is long enough for
 * PostgreSQL to come back before a part has used up its attempts to find it.
 */
const clock: StackOptions['clock'] = {
  now: () => performance.now() * 100,
  wait: (ms, signal) => delay(Math.min(ms, 2_000), undefined, { signal }).catch(() => {}),
};

/**
 * Lets clients work while faults happen to a stack of its own, restarts all of it, and reads what is there then.
 * @throws StartError if it cannot be started, the signal's reason when that aborts.
 */
export async function run({ stack: name, seed, durationMs, faults, signal, onEntry, prepare }: Run): Promise<void> {
  const { pids, onEvent } = watchedProcesses();
  const options = { prefix: 'jobly-history-', parts: [name], env: settings, signal, restart: true, clock, onEvent };
  await withTemporaryStack(options, async ({ stack, restart }) => {
    const direct = publicUrl(stack);
    const token = await adminToken(direct);
    const origin = (await prepare?.(stack)) ?? direct;
    const began = performance.now();
    const now = () => performance.now() - began;
    onEntry({ type: 'beginning', format: 1, stack: name, seed, seconds: durationMs / 1_000 });

    const over = AbortSignal.any([signal, AbortSignal.timeout(durationMs)]);
    const perform = recorder({ ask: askAt(origin, token), now, onOperation: onEntry });
    await Promise.all([
      runClients(seed, perform, over),
      inflict(faults, { pids, now, signal: over, onFault: onEntry }),
    ]);
    signal.throwIfAborted();

    await allReady(stack, signal);
    const restarted = publicUrl(await restart());
    await delay(SETTLE_MS, undefined, { signal });
    onEntry({ type: 'final', at: now(), ...(await readFinalState(askAt(restarted, token))) });
  });
}

function publicUrl({ monolith, micro }: Stack): string {
  const url = (monolith ?? micro)?.url;
  if (!url) throw new Error('The stack came up without a public origin');
  return url;
}

async function adminToken(origin: string): Promise<string> {
  const { body, answer } = await askAt(origin)('POST', '/auth/token', { username: 'testadmin', password: 'password' });
  const { token } = (body ?? {}) as { token?: string };
  if (!token) throw new StartError(`The admin cannot log in: ${answer}`);
  return token;
}

/** Whatever has been killed last is being restarted; a stop in the middle of that would be one more fault. */
async function allReady({ parts }: Stack, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  for (const { name, url } of parts) {
    while ((await askAt(url)('GET', '/health/ready')).status !== 200) {
      signal.throwIfAborted();
      if (performance.now() > deadline) throw new StartError(`The ${name} has not recovered from the faults.`);
      await delay(100);
    }
  }
}
