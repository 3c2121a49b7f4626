import { type createCompanies, byForeignKeys as companiesByForeignKeys } from '@jobly/companies';
import type { Delivered } from '@jobly/contracts';
import { away } from '@jobly/http-kit';
import {
  type createJobs,
  deleteJobsOfCompany,
  byEvents as jobsByEvents,
  byForeignKeys as jobsByForeignKeys,
} from '@jobly/jobs';

type CompanyLifecycleOf = Parameters<typeof createCompanies>[0]['lifecycle'];
type JobLifecycleOf = Parameters<typeof createJobs>[0]['lifecycle'];

/** A job refers to a company in the same database, as in the monolith; what refers to a job is in another one. */
export const jobLifecycle =
  (delivered: Delivered): JobLifecycleOf =>
  (db, companies) => ({
    ...jobsByForeignKeys(db),
    remove: jobsByEvents(delivered)(db, companies).remove,
  });

/**
 * One transaction deletes a company with its jobs, and records the deletion of these as events: the foreign key alone would
 * delete them, too, but tell nobody. As in the microservices, no company stays because the accounts service is away.
 * @param delivered waits for the applications, which follow their jobs, but not for long.
 */
export const companyLifecycle =
  (delivered: Delivered): CompanyLifecycleOf =>
  (db, repository) => ({
    ...companiesByForeignKeys(db, repository),

    async remove(handle) {
      const { existed, eventIds } = await db.transaction(async (sql) => {
        // From here on no job can refer to it, so that none is missed.
        await sql({
          name: 'lock-company',
          text: 'SELECT FROM companies WHERE handle = $1 FOR UPDATE',
          values: [handle],
        });
        const eventIds = await deleteJobsOfCompany(sql, handle);
        const existed = await companiesByForeignKeys({ ...db, sql }, repository).remove(handle);
        return { existed, eventIds };
      });
      await away(() => delivered(eventIds));
      return existed;
    },
  });
