import { BATCH_SIZE, type CompanyDirectory, type CompanyEvents, type TopicOf } from '@jobly/contracts';
import { byAsking, lockForClearing } from '@jobly/database';
import type { JobsDatabase } from '../database';
import { isFirstHandling } from './inbox';
import type { JobLifecycle } from './lifecycle';

const DELETED = 'jobs-deleted' satisfies TopicOf<'jobs'>;

/**
 * Separate databases: ask for the company before inserting; record the deletion of a job as an event for the users
 * service.
 */
export const byEvents = ({ sql, transaction }: JobsDatabase, companies: CompanyDirectory): JobLifecycle => ({
  insertReferring: byAsking(transaction, 'company', async (handle: string) => (await companies.find(handle)) !== null),

  async remove(id) {
    // A row for every event, which is none if there was no such job.
    const gone = await sql(deletion('delete-job-with-event', 'id = $1', id));
    return gone.length > 0;
  },
});

/** The jobs service's handlers for deleted companies. */
export const onCompanyEvents = ({ transaction }: JobsDatabase): CompanyEvents => ({
  'company-deleted': ({ handle }, eventId) =>
    transaction(async (sql) => {
      await lockForClearing(sql, 'company', [handle]);
      if (!(await isFirstHandling(sql, eventId))) return;
      await sql(deletion('delete-jobs-of-company-with-events', 'company_handle = $1', handle));
    }),
});

/** Deletes jobs and records the deletion as events, one batch of ids per event, in one statement. */
const deletion = (name: string, condition: string, value: unknown) => ({
  name,
  text: `WITH gone AS (DELETE FROM jobs WHERE ${condition} RETURNING id),
              numbered AS (SELECT id, (row_number() OVER (ORDER BY id) - 1) / ${BATCH_SIZE} AS batch FROM gone)
         INSERT INTO outbox_events (topic, key, payload)
         SELECT $2::text, min(id)::text, jsonb_build_object('jobIds', jsonb_agg(id)) FROM numbered GROUP BY batch
         RETURNING pg_notify('outbox_events', current_schema())`,
  values: [value, DELETED],
});
