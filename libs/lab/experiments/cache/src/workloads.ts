import { operations } from '@jobly/contracts';
import { pick } from '@jobly/lab/instrument';
import { exchange, inBatches, jobDetail, ownProfile, requestFor, type Workload } from '@jobly/lab/system-under-test';

/** At once: about half of a stack's 15 database connections. */
const CONCURRENT_REQUESTS = 8;

const PAGE = 20;
const PAGES = [0, PAGE, 2 * PAGE];

/** Asks for everything once before the block, so that every block begins with a full cache, and not only the later ones. */
const warmed = (workload: Workload): Workload => ({
  ...workload,
  async prepare(order) {
    const prepared = await workload.prepare(order);
    const paths = [...new Set(prepared.requests.map(({ path }) => path))];
    await inBatches(CONCURRENT_REQUESTS, paths, (path) => exchange(order.origin, { method: 'GET', path }));
    return prepared;
  },
});

/** Many things, each asked for now and then. */
const everyJob = warmed(jobDetail);

/** A few things, each asked for all the time: the first pages of all jobs. */
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

/** What can gain from a cache, and one's own profile, which cannot: nothing that is said to one user is kept. */
export const cacheWorkloads = [everyJob, firstPages, ownProfile];
