import { allOrNone, startServer, type Together } from '@jobly/lab/instrument';
import { databaseUrl, type Stacks, type Target } from '@jobly/lab/system-under-test';
import { assertSameAnswers } from './same-answers';
import { startProxy } from './start-proxy';

/** The default of each service. */
const POOL = '5';

/** Starts the bare part that owns companies, over the companies service's database. */
export const startBareCompanies = ({ micro, postgres }: Stacks): Promise<Together<Target>> =>
  allOrNone(async (keep) => {
    const DATABASE_URL = databaseUrl(postgres!, 'jobly_companies');
    const { origin, pid } = keep(await startServer('bare-companies', { DATABASE_URL, POOL }));
    return { origin, processes: { ...micro.processes!, pids: { 'bare companies': pid } } };
  });

/**
 * Starts the bare server split as the microservices are, for `GET /jobs/:id` alone: a proxy, a part that owns jobs and one
 * that owns companies, each over the database of the service. What it costs, every split of the same work over HTTP costs at least.
 * @throws Failure if its answers differ from the monolith's
 */
export const startSplit = (stacks: Stacks): Promise<Together<Target>> =>
  allOrNone(async (keep) => {
    const { started: companies } = keep(await startBareCompanies(stacks));
    const DATABASE_URL = databaseUrl(stacks.postgres!, 'jobly_jobs');
    const jobs = keep(await startServer('bare-jobs', { DATABASE_URL, POOL, COMPANIES_URL: companies.origin }));
    const processes = { ...companies.processes!, pids: { 'bare jobs': jobs.pid, ...companies.processes!.pids } };
    const { started } = keep(await startProxy({ origin: jobs.origin, processes }));
    await assertSameAnswers(stacks.monolith.origin, { 'The split bare server': started.proxy.origin });
    return started.proxy;
  });
