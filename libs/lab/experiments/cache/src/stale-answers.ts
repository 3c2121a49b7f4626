import { seededRandom } from '@jobly/lab/instrument';
import type { MeasuredScene } from '@jobly/lab/runner';
import { makeCompanies } from '@jobly/lab/system-under-test';
import type { Front } from './fronts';
import { oldAnswersAfter, staleFor } from './staleness';

/** How long changes at one front stayed invisible. */
export interface StaleAnswers {
  front: Front;
  /** In s, ascending; Infinity for a change that was still invisible after `LONGEST_S`. */
  lags: number[];
  /**
   * The number of stale answers among requests that begin only after every answer should have expired; null if waiting
   * for that takes too long.
   */
  late: number | null;
}

/** The longest wait: a little more than the longest TTL that ends within a run. */
export const LONGEST_S = 12;

/** The time after which an answer has certainly expired: nginx keeps it for up to a second longer than the TTL. */
const TOO_OLD_MS = 1_500;

/** Companies for every front that nobody else requests or changes. They go with the databases. */
export async function companiesToChange(
  { stacks, sessions, run }: MeasuredScene,
  fronts: readonly Front[],
  count: number,
): Promise<Map<Front, string[]>> {
  const handles = new Map<Front, string[]>();
  for (const [index, front] of fronts.entries()) {
    const { origin } = stacks[front.stack];
    const order = {
      origin,
      count,
      session: sessions.at(origin),
      random: seededRandom(1),
      label: `${run.id}-s${index}`,
    };
    handles.set(front, await makeCompanies(order, count));
  }
  return handles;
}

/**
 * Changes every company, and asks until the change is seen; the first is asked for only after its answer has expired.
 * All run concurrently, because they wait and hardly work. Of the others, the first changes as soon as the old answer
 * is cached; the rest are spread evenly over the TTL.
 */
export function staleAnswers(
  { stacks, sessions, signal }: MeasuredScene,
  companies: ReadonlyMap<Front, readonly string[]>,
): Promise<StaleAnswers[]> {
  return Promise.all(
    [...companies].map(async ([front, [first, ...others]]): Promise<StaleAnswers> => {
      const { stack, ttl, nginx } = front;
      const { token } = sessions.at(stacks[stack].origin).admin;
      const changing = (handle: string) => ({ origin: nginx.origin, handle, token, signal });
      const ends = ttl.seconds < LONGEST_S;
      const keptFor = (trial: number) => (ends ? (trial / others.length) * ttl.seconds * 1_000 : 0);
      const [late, ...lags] = await Promise.all([
        ends ? oldAnswersAfter(changing(first!), ttl.seconds * 1_000 + TOO_OLD_MS) : null,
        ...others.map((handle, trial) =>
          staleFor(changing(handle), { kept: keptFor(trial), longest: LONGEST_S * 1_000 }),
        ),
      ]);
      const seconds = lags.map((ms) => (ms === null ? Infinity : ms / 1_000));
      return { front, lags: seconds.toSorted((one, other) => one - other), late };
    }),
  );
}
