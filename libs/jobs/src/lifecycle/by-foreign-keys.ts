import { byForeignKey } from '@jobly/database';
import type { JobsDatabase } from '../database';
import type { JobLifecycle } from './lifecycle';

/** One database: it refuses a job without a company, and takes a job's applications along. */
export const byForeignKeys = ({ sql }: JobsDatabase): JobLifecycle => ({
  insertReferring: byForeignKey(sql, 'jobs_company_handle_fkey'),

  async remove(id) {
    const gone = await sql({ name: 'delete-job', text: 'DELETE FROM jobs WHERE id = $1 RETURNING id', values: [id] });
    return gone.length > 0;
  },
});
