import { exchange } from '../exchange';
import type { Known } from './exchanges';
import { type Comparable, normalise } from './normalise';
import { script } from './script';

/** One answer of a stack to the script, in the form in which answers are compared. */
export interface Replayed {
  /** `GET /jobs/17`; `/jobs/:id` is the job that the script has created, whose id differs from stack to stack. */
  readonly request: string;
  readonly answer: Comparable;
}

interface Client {
  /** An administrator's token. Another stack with the same keys may have issued it. */
  readonly admin: string;
  /** The name of the records that are created and deleted along the way; the same wherever answers are compared. */
  readonly name: string;
}

/**
 * Sends the script to one stack, whatever it answers, for as long as the answers are asked for.
 * @throws Failure when nobody answers
 */
export async function* replay(origin: string, { admin, name }: Client): AsyncGenerator<Replayed, void, void> {
  const known: Known = { admin, user: '', jobId: 0, handles: [], jobIds: [] };
  for (const { question, learn } of script) {
    const asked = question(known, { user: name, handle: name });
    const path = known.jobId === 0 ? asked.path : asked.path.replace(new RegExp(`/${known.jobId}$`), '/:id');
    const answer = await exchange(origin, asked);
    learn?.(answer.body, known);
    yield { request: `${asked.method} ${path}`, answer: normalise(answer, known.jobId) };
  }
}
