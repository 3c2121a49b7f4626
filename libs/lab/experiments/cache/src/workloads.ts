import { operations } from '@jobly/contracts';
import { pick } from '@jobly/lab/instrument';
import { exchange, inBatches, jobDetail, ownProfile, requestFor, type Workload } from '@jobly/lab/system-under-test';

/** Concurrent requests: about half of a stack's 15 database connections. */
const CONCURRENT_REQUESTS = 8;

const PAGE = 20;
const PAGES = [0, PAGE, 2 * PAGE];

/** Requests everything once before the block, so that the first block begins with a full cache, like the later ones. */
const warmed = (workload: Workload): Workload => ({
  ...workload,
  async prepare(order) {
    const prepared = await workload.prepare(order);
    const paths = [...new Set(prepared.requests.map(({ path }) => path))];
    await inBatches(CONCURRENT_REQUESTS, paths, (path) => exchange(order.origin, { method: 'GET', path }));
    return prepared;
  },
});

/** Many items, each requested now and then. */
const everyJob = warmed(jobDetail);

/** A few items, each requested all the time: the first pages of all jobs. */
const firstPages = warmed({
  name: 'job-pages',
  operation: 'GET /jobs?limit=20&offset=…',
  prepare: ({ count, random }) => ({
    requests: Array.from({ length: count }, () =>
      requestFor(operations.listJobs, { path: `/jobs?limit=${PAGE}&offset=${pick(random, PAGES)}` }),
    ),
    repeatable: true,
  }),
});

/**
 * Operations that can gain from a cache, and the user's own profile, which cannot: answers to a single user are never
 * cached.
 */
export const cacheWorkloads = [everyJob, firstPages, ownProfile];
