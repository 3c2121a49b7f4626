import { BATCH_SIZE, type CompanyDirectory, type CompanyNews } from '@jobly/contracts';
import { byAsking, lockForClearing } from '@jobly/database';
import type { JobsDatabase } from '../database';
import { isFirstHeard } from './handled-news';
import type { JobLifecycle } from './lifecycle';

/** Separate databases: ask for the company before inserting; record the end of a job as news for the users service. */
export const byNews = ({ sql, transaction }: JobsDatabase, companies: CompanyDirectory): JobLifecycle => ({
  insertReferring: byAsking(transaction, 'company', async (handle: string) => (await companies.find(handle)) !== null),

  async remove(id) {
    const gone = await sql(deletion('delete-job-with-news', 'id = $1', id));
    return gone.length > 0;
  },
});

/** What the jobs service does on hearing that a company is gone. */
export const onCompanyNews = ({ transaction }: JobsDatabase): CompanyNews => ({
  companyDeleted: (newsId, handle) =>
    transaction(async (sql) => {
      await lockForClearing(sql, 'company', [handle]);
      if (!(await isFirstHeard(sql, newsId))) return;
      await sql(deletion('delete-jobs-of-company-with-news', 'company_handle = $1', handle));
    }),
});

/** Deletes jobs and records the news of it, a batch of ids an event, in one statement. */
const deletion = (name: string, condition: string, value: unknown) => ({
  name,
  text: `WITH gone AS (DELETE FROM jobs WHERE ${condition} RETURNING id),
              numbered AS (SELECT id, (row_number() OVER (ORDER BY id) - 1) / ${BATCH_SIZE} AS batch FROM gone)
         INSERT INTO outbox_events (topic, key, payload)
         SELECT 'jobs-deleted', min(id)::text, jsonb_build_object('jobIds', jsonb_agg(id)) FROM numbered GROUP BY batch
         RETURNING pg_notify('outbox_events', '')`,
  values: [value],
});
