import { aSharedDatabase } from '@jobly/database/fixtures';
import type { JobsDatabase } from '../database';
import { onCompanyEvents } from './by-events';

/** A database of the jobs service, and processes that share it and handle events. */
export async function aSharedJobsDatabase() {
  const { open, run, remove } = await aSharedDatabase('jobs-service');
  return {
    run,
    remove,

    /** Adds a job; returns the ids of those that were added. */
    async addJob(handle: string): Promise<number[]> {
      const text = `INSERT INTO jobs (title, company_handle) VALUES ('Cook', $1) RETURNING id`;
      return (await run<{ id: number }>(text, [handle])).map(({ id }) => id);
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
      return onCompanyEvents({ ...database, transaction, prisma: {} as JobsDatabase['prisma'] });
    },
  };
}
