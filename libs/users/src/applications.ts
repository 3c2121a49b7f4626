import type { JobEvents, JobRegister } from '@jobly/contracts';
import { type InsertReferring, byAsking, byForeignKey, lockForClearing } from '@jobly/database';
import type { UsersDatabase } from './database';

/**
 * How applications refer to jobs. In one database the foreign key refuses an application to a job that is not there,
 * and takes the applications of a deleted job along.
 */
export const referringByForeignKey = ({ sql }: UsersDatabase): InsertReferring<number> =>
  byForeignKey(sql, 'applications_job_id_fkey');

/** With the jobs in another database: ask whether the job exists, and (`onJobEvents`) clear up when it is gone. */
export const referringByAsking = ({ transaction }: UsersDatabase, jobs: JobRegister): InsertReferring<number> =>
  byAsking(transaction, 'job', (jobId) => jobs.exists(jobId));

/** What the users service does when jobs were deleted. */
export const onJobEvents = ({ transaction }: UsersDatabase): JobEvents => ({
  jobsDeleted: (jobIds) =>
    transaction(async (sql) => {
      await lockForClearing(sql, 'job', jobIds);
      await sql({
        name: 'delete-applications-to-jobs',
        text: 'DELETE FROM applications WHERE job_id = ANY($1)',
        values: [jobIds],
      });
    }),
});
