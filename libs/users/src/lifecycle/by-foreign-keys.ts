import { byForeignKey } from '@jobly/database';
import type { UsersDatabase } from '../database';
import type { ApplicationLifecycle } from './lifecycle';

/** One database: it rejects an application to a missing job, and deletes a job's applications with the job. */
export const byForeignKeys = ({ sql }: UsersDatabase): ApplicationLifecycle => ({
  insertReferring: byForeignKey(sql, 'applications_job_id_fkey'),
});
