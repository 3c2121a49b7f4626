import { type LoadRequest, seededRandom, seedOf, shuffled } from '@jobly/lab/instrument';
import type { Scene } from '@jobly/lab/runner';
import { logInAs, mix, removeAll, signUpAll, takeInventory } from '@jobly/lab/system-under-test';

/** Enough that requests seldom repeat within a second, and may be repeated after that. */
const REQUESTS = 2_000;
const ACCOUNTS = 10;

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
export async function prepareRequests({ stacks, run, seed }: Scene, origin: string, label: string): Promise<Requests> {
  const name = `${run.id}${label}`;
  const accounts = await signUpAll(origin, name, ACCOUNTS);
  const session = { ...(await takeInventory(origin)), accounts, admin: await logInAs(origin, stacks.admin) };
  const random = seededRandom(seedOf(seed, label));
  const { requests, clear } = await mix.prepare({ origin, session, count: REQUESTS, random, label: name });
  const { reads = [], writes = [] } = Object.groupBy(requests, ({ method }) => (method === 'GET' ? 'reads' : 'writes'));
  return {
    ...{ all: requests, reads, writes },
    async clear() {
      await clear?.();
      await removeAll(origin, accounts);
    },
  };
}

/** So many requests in random order, of which exactly this share read. */
export function inShares({ reads, writes }: Requests, share: number, count: number, seed: number): LoadRequest[] {
  const reading = Math.round(share * count);
  const taken = (from: readonly LoadRequest[], howMany: number) =>
    Array.from({ length: howMany }, (_, index) => from[index % from.length]!);
  return shuffled(seededRandom(seed), [...taken(reads, reading), ...taken(writes, count - reading)]);
}
