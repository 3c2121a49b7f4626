import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { operations } from '@jobly/contracts';
import { Failure } from '@jobly/lab/instrument';
import { ask } from '@jobly/lab/system-under-test';

const ASKED_EVERY_MS = 50;

/** Enough to tell a stale answer served once from one that is served for ever. */
const MOST_OLD_ANSWERS = 20;

/** A company that is changed, and the cache through which it is requested. */
export interface Changing {
  origin: string;
  handle: string;
  /** An administrator's. */
  token: string;
  signal: AbortSignal;
}

/**
 * How long a change stays invisible to a client that polls 20 times a second, in ms: from the answer to the change to
 * the last stale answer; 0 if there was none, and null if answers were still stale after `longest`.
 * @param kept how long the old answer has been cached by then
 */
export async function staleFor(
  changing: Changing,
  { kept, longest }: { kept: number; longest: number },
): Promise<number | null> {
  const { signal } = changing;
  const isOld = await changedAfter(changing, kept);
  const changed = performance.now();
  for (let lag = 0; ;) {
    const asked = performance.now();
    if (!(await isOld())) return lag;
    lag = asked - changed;
    if (lag > longest) return null;
    await delay(ASKED_EVERY_MS, undefined, { signal });
  }
}

/**
 * The number of stale answers among requests that begin only `unasked` ms after a change, when every cached answer
 * should have expired.
 */
export async function oldAnswersAfter(changing: Changing, unasked: number): Promise<number> {
  const { origin, handle, signal } = changing;
  const isOld = await changedAfter(changing, 0);
  await delay(unasked, undefined, { signal });
  for (let old = 0; old < MOST_OLD_ANSWERS; old++) {
    if (!(await isOld())) return old;
    await delay(ASKED_EVERY_MS, undefined, { signal });
  }
  throw new Failure(`A change of ${handle} does not appear at ${origin}.`);
}

/**
 * Has an answer cached for a time, then changes the company; returns a function that checks whether the old answer is
 * still served.
 */
async function changedAfter({ origin, handle, token, signal }: Changing, ms: number): Promise<() => Promise<boolean>> {
  const path = `/companies/${handle}`;
  const employees = async () => (await ask(origin, operations.getCompany, { path })).company.numEmployees ?? 0;
  const before = await employees();
  await delay(ms, undefined, { signal });
  await ask(origin, operations.updateCompany, { path, token, body: { numEmployees: before + 1 } });
  return async () => (await employees()) === before;
}
