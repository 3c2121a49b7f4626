import { setTimeout as delay } from 'node:timers/promises';
import type { Answer } from '../exchange';

/** At a second or more each: a machine that is merely busy has had time by then. */
const MOST_ATTEMPTS = 15;

/** The longest wait that an answer can ask for, in s. */
const LONGEST_WAIT_S = 10;

/**
 * Repeats a request for as long as it is answered 503 with `Retry-After`, which says that it may succeed later, and
 * returns the last answer. A busy machine answers so when a deadline within the stack has passed.
 */
export async function patiently(attempt: () => Promise<Answer>): Promise<Answer> {
  for (let attempts = 1; ; attempts++) {
    const answer = await attempt();
    if (!isBusy(answer) || attempts === MOST_ATTEMPTS) return answer;
    await delay(1_000 * Math.min(LONGEST_WAIT_S, secondsIn(answer)));
  }
}

/** `Retry-After` may also be a date, which nothing here sends. */
function secondsIn({ headers }: Answer): number {
  const seconds = Number(headers['retry-after']);
  return seconds >= 0 ? seconds : 1;
}

/** Whether the answer says that the same request may succeed later. */
export const isBusy = ({ status, headers }: Pick<Answer, 'status' | 'headers'>) =>
  status === 503 && headers['retry-after'] !== undefined;
