import { type LoadRequest, seededRandom, shuffled } from '@jobly/lab/instrument';
import { mixedRequests, type Scene } from '@jobly/lab/runner';

/** The requests of a plausible day, those that read apart from those that write. */
export interface Requests {
  all: readonly LoadRequest[];
  reads: readonly LoadRequest[];
  writes: readonly LoadRequest[];
  /** Removes the records that they need. */
  clear(): Promise<void>;
}

/**
 * Requests for one stack, all of which may be repeated.
 * @param label unique in the run, a few of `a–z`
 * @throws Failure if a record that they need is refused
 */
export async function prepareRequests(scene: Scene, origin: string, label: string): Promise<Requests> {
  const { requests, clear } = await mixedRequests(scene, origin, label);
  const { reads = [], writes = [] } = Object.groupBy(requests, ({ method }) => (method === 'GET' ? 'reads' : 'writes'));
  return { all: requests, reads, writes, clear };
}

/** So many requests in random order, of which exactly this share read. */
export function inShares({ reads, writes }: Requests, share: number, count: number, seed: number): LoadRequest[] {
  const reading = Math.round(share * count);
  const taken = (from: readonly LoadRequest[], howMany: number) =>
    Array.from({ length: howMany }, (_, index) => from[index % from.length]!);
  return shuffled(seededRandom(seed), [...taken(reads, reading), ...taken(writes, count - reading)]);
}
