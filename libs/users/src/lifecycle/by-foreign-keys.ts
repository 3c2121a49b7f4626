import { byForeignKey } from '@jobly/database';
import type { UsersDatabase } from '../database';
import type { ApplicationLifecycle } from './lifecycle';

/** One database: it refuses an application to a job that is not there, and takes those to a deleted job along. */
export const byForeignKeys = ({ sql }: UsersDatabase): ApplicationLifecycle => ({
  insertReferring: byForeignKey(sql, 'applications_job_id_fkey'),
});
