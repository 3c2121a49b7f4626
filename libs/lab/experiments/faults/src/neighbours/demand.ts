import type { LoadRequest } from '@jobly/lab/instrument';
import type { Exposed } from '../exposed';
import { asked } from '../operations';

/** What is asked for, in turn, while a part fails or not. */
export interface Demand {
  /** What does not need the part, and what does. */
  unaffected: LoadRequest[];
  affected: LoadRequest[];
  seed: number;
}

/**
 * All operations, by whether they need the part. Log-ins are left out: the time of hashing passwords would be all that a
 * percentile shows.
 */
export function demandFor({ people, needs }: Pick<Exposed, 'people' | 'needs'>, part: string, seed: number): Demand {
  const quick = asked.filter(({ hashes }) => !hashes);
  const [affected, unaffected] = [true, false].map((isMeant) =>
    quick.filter(({ name }) => (needs.get(name)?.has(part) ?? false) === isMeant).map(({ request }) => request(people)),
  );
  return { affected: affected!, unaffected: unaffected!, seed };
}
