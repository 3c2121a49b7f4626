import type { CompanyDirectory, Job } from '@jobly/contracts';
import { aSharedDatabase } from '@jobly/database/fixtures';
import type { JobsDatabase } from '../database';
import { insertJob } from '../repository';
import { byEvents } from './by-events';
import { onCompanyEvents } from './on-company-events';

/** There is no users service to tell. */
const delivered = async () => true;

/** A database of the jobs service, and processes that share it and handle events. */
export async function aSharedJobsDatabase() {
  const { open, run, remove, lockAwaited } = await aSharedDatabase('jobs-service');
  const prisma = {} as JobsDatabase['prisma'];
  return {
    run,
    remove,
    lockAwaited,

    /** Adds a job; returns the ids of those that were added. */
    async addJob(handle: string): Promise<number[]> {
      const text = `INSERT INTO jobs (title, company_handle) VALUES ('Cook', $1) RETURNING id`;
      return (await run<{ id: number }>(text, [handle])).map(({ id }) => id);
    },

    /** Creates a job by the rules, in one more process; `find` answers for the companies service. */
    createJob(companyHandle: string, find: CompanyDirectory['find']): Promise<Job | null> {
      const { insertReferring } = byEvents(delivered)({ ...open(), prisma }, { find, namesOf: async () => ({}) });
      return insertReferring(companyHandle, insertJob({ title: 'Cook', salary: null, equity: null, companyHandle }));
    },

    async jobsOf(handle: string): Promise<number> {
      const [row] = await run<{ count: number }>('SELECT count(*)::int FROM jobs WHERE company_handle = $1', [handle]);
      return row!.count;
    },

    /** One more process. It resumes handling its event when `thaw` resolves. */
    replica(thaw: Promise<unknown> = Promise.resolve()) {
      const database = open();
      const transaction: JobsDatabase['transaction'] = async (work) => {
        await thaw;
        return database.transaction(work);
      };
      return onCompanyEvents({ ...database, transaction, prisma }, delivered);
    },
  };
}
