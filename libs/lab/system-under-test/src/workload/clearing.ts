import { operations } from '@jobly/contracts';
import { Failure } from '@jobly/lab/instrument';
import { askPatiently, remove } from './ask';
import { inBatches } from './in-batches';
import { namesOf, prefixOf } from './own-records';
import type { BlockOrder, Prepared, Workload } from './workload';

/** Everything with the block's label, as paths. */
const find = {
  async companies(order: BlockOrder): Promise<string[]> {
    const path = `/companies?nameLike=${prefixOf(order)}`;
    const { companies } = await askPatiently(order.origin, operations.listCompanies, { path });
    return companies.map(({ handle }) => `/companies/${handle}`);
  },
  async jobs(order: BlockOrder): Promise<string[]> {
    const { jobs } = await askPatiently(order.origin, operations.listJobs, { path: `/jobs?title=${prefixOf(order)}` });
    return jobs.map(({ id }) => `/jobs/${id}`);
  },
};

type Kind = keyof typeof find | 'users';

/** Concurrent deletions: about half of a stack's 15 database connections. */
const CONCURRENT_DELETIONS = 8;

/** A list has at most 1,000 items: enough rounds for 9,000 items, and for a final check. */
const MAX_ROUNDS = 10;

/**
 * A workload that creates records, in preparation or by its requests: everything with the block's label is removed
 * afterwards, and also if preparing fails.
 */
export function clearing(
  kinds: readonly Kind[],
  prepare: (order: BlockOrder) => Omit<Prepared, 'clear'> | Promise<Omit<Prepared, 'clear'>>,
): Workload['prepare'] {
  return async (order) => {
    const clear = async () => {
      for (const kind of kinds) await (kind === 'users' ? clearUsers(order) : clearAll(kind, order));
    };
    try {
      return { ...(await prepare(order)), clear };
    } catch (error) {
      // The first error says more than later ones.
      await clear().catch(() => {});
      throw error;
    }
  };
}

/** By their names, of which no block has more than requests: the list of users has no filter, and may be long. */
async function clearUsers(order: BlockOrder): Promise<void> {
  const { origin, session, count } = order;
  const paths = namesOf(order, count).map((username) => `/users/${username}`);
  await inBatches(CONCURRENT_DELETIONS, paths, (path) => remove(origin, path, session.admin.token));
}

async function clearAll(kind: keyof typeof find, order: BlockOrder): Promise<void> {
  const { origin, session } = order;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const found = await find[kind](order);
    if (found.length === 0) return;
    await inBatches(CONCURRENT_DELETIONS, found, (path) => remove(origin, path, session.admin.token));
  }
  throw new Failure(`There are still ${kind} at ${origin} called ${prefixOf(order)}… though they were deleted.`);
}
