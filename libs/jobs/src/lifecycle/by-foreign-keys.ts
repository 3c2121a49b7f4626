import { byForeignKey } from '@jobly/database';
import type { JobsDatabase } from '../database';
import type { JobLifecycle } from './lifecycle';

/** One database: it rejects a job without a company, and deletes a job's applications with the job. */
export const byForeignKeys = ({ sql }: JobsDatabase): JobLifecycle => ({
  insertReferring: byForeignKey(sql, 'jobs_company_handle_fkey'),

  async remove(id) {
    const gone = await sql({ name: 'delete-job', text: 'DELETE FROM jobs WHERE id = $1 RETURNING id', values: [id] });
    return gone.length > 0;
  },
});
