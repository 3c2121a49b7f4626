import type { JobEvents, JobRegister } from '@jobly/contracts';
import { byAsking, lockForClearing } from '@jobly/database';
import type { UsersDatabase } from '../database';
import type { ApplicationLifecycle } from './lifecycle';

/** Separate databases: ask for the job before inserting; `onJobEvents` clears up when it is gone. */
export const byEvents = ({ transaction }: UsersDatabase, jobs: JobRegister): ApplicationLifecycle => ({
  insertReferring: byAsking(transaction, 'job', (jobId: number) => jobs.exists(jobId)),
});

/** The users service's handlers for deleted jobs. */
export const onJobEvents = ({ transaction }: UsersDatabase): JobEvents => ({
  'jobs-deleted': ({ jobIds }) =>
    transaction(async (sql) => {
      await lockForClearing(sql, 'job', jobIds);
      await sql({
        name: 'delete-applications-to-jobs',
        text: 'DELETE FROM applications WHERE job_id = ANY($1)',
        values: [jobIds],
      });
    }),
});
