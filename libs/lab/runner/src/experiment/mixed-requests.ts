import { type LoadRequest, seededRandom, seedOf } from '@jobly/lab/instrument';
import { logInAs, mix, removeAll, signUpAll, takeInventory } from '@jobly/lab/system-under-test';
import type { Scene } from './experiment';

/** Enough that requests seldom repeat within a second, and may be repeated after that. */
const REQUESTS = 2_000;
const ACCOUNTS = 10;

interface MixedRequests {
  requests: readonly LoadRequest[];
  /** Removes the records that they need. */
  clear(): Promise<void>;
}

/**
 * A plausible day at Jobly, of reads and writes that may be repeated.
 * @param label unique in the run, a few of `a–z`
 * @throws Failure if a record that they need is refused
 */
export async function mixedRequests(
  { stacks, run, seed }: Scene,
  origin: string,
  label: string,
): Promise<MixedRequests> {
  const name = `${run.id}${label}`;
  const accounts = await signUpAll(origin, name, ACCOUNTS);
  const session = {
    ...(await takeInventory(origin, stacks.data)),
    accounts,
    admin: await logInAs(origin, stacks.admin),
  };
  const random = seededRandom(seedOf(seed, label, 0));
  const { requests, clear } = await mix.prepare({ origin, session, count: REQUESTS, random, label: name });
  return {
    requests,
    async clear() {
      await clear?.();
      await removeAll(origin, accounts);
    },
  };
}
