import { Failure } from '@jobly/lab/instrument';
import type { Replayed } from '@jobly/lab/system-under-test';
import { type Break, breakOf } from './compatible';
import type { Fleet } from './fleet';

/** The answers of the old and of the new version. */
export interface Versions {
  readonly before: readonly Replayed[];
  readonly after: readonly Replayed[];
}

/** How a state of a deployment was seen: what breaks in it, if anything does. */
export interface Seen {
  readonly done: ReadonlySet<string>;
  readonly broken: Break | undefined;
}

/** A fleet that can be replaced by one that has not been asked anything. */
export interface Renewable {
  current(): Fleet;
  renew(): Promise<void>;
}

/**
 * Judges states of a deployment: whether an old client can live with them. A break that no other state has shown counts
 * only if a new fleet shows one, too: a machine that is busy for a moment can break anything, and so can the records that
 * a state has left behind.
 */
export function judgeOf(versions: Versions, fleet: Renewable): (done: ReadonlySet<string>) => Promise<Seen> {
  const confirmed = new Set<string>();
  return async (done) => {
    const first = await attempt(done, versions, fleet.current());
    if (!first.broken) return { done, broken: undefined };
    if (first.isDirty || !confirmed.has(keyOf(first.broken))) await fleet.renew();
    if (confirmed.has(keyOf(first.broken))) return { done, broken: first.broken };
    const { broken, isDirty } = await attempt(done, versions, fleet.current());
    if (broken) confirmed.add(keyOf(broken));
    if (isDirty) await fleet.renew();
    return { done, broken };
  };
}

const keyOf = (broken: Break): string => JSON.stringify(broken);

/** The first break in a state, and whether what the script has created may be left in the databases. */
async function attempt(
  done: ReadonlySet<string>,
  { before, after }: Versions,
  fleet: Fleet,
): Promise<{ broken: Break | undefined; isDirty: boolean }> {
  const broken: Break[] = [];
  let index = 0;
  try {
    for await (const here of fleet.answersIn(done)) {
      broken.push(...[breakOf(here, before[index]!, after[index])].filter((one) => one !== undefined));
      index++;
    }
    return { broken: broken[0], isDirty: broken.some(({ request }) => request.startsWith('DELETE ')) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const request = before[index]?.request ?? '';
    const unanswered = { request, at: 'no answer', before: 'an answer', here: error.message };
    return { broken: broken[0] ?? unanswered, isDirty: true };
  }
}
