import { BATCH_SIZE, type TopicOf } from '@jobly/contracts';
import type { Sql } from '@jobly/database';
import { currentTraceParent } from '@jobly/tracing';

const DELETED = 'jobs-deleted' satisfies TopicOf<'jobs'>;

/** Deletes the jobs of a company; otherwise as `deleteWithEvents`. */
export const deleteJobsOfCompany = (sql: Sql, handle: string): Promise<string[]> =>
  deleteWithEvents(sql, 'delete-jobs-of-company-with-events', 'company_handle = $1', handle);

/**
 * Deletes jobs and records the deletion as events, one batch of ids per event, in one statement. Returns the ids of the
 * events: none if there were no such jobs.
 */
export async function deleteWithEvents(sql: Sql, name: string, condition: string, value: unknown): Promise<string[]> {
  const recorded = await sql<{ eventId: string }>({
    name,
    text: `WITH gone AS (DELETE FROM jobs WHERE ${condition} RETURNING id),
                numbered AS (SELECT id, (row_number() OVER (ORDER BY id) - 1) / ${BATCH_SIZE} AS batch FROM gone)
           INSERT INTO outbox_events (topic, key, payload, trace_parent)
           SELECT $2::text, min(id)::text, jsonb_build_object('jobIds', jsonb_agg(id)), $3::text
           FROM numbered GROUP BY batch
           RETURNING event_id AS "eventId", pg_notify('outbox_events', current_schema())`,
    values: [value, DELETED, currentTraceParent()],
  });
  return recorded.map(({ eventId }) => eventId);
}
