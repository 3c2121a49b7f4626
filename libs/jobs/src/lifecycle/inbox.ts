import type { Sql } from '@jobly/database';

/**
 * Notes within a transaction that an event is being handled; returns false if it has been handled before. An event is
 * delivered again when its first handler does not answer in time, and that handler may resume at any later moment.
 * Handled events are remembered for 30 days: no process stalls for longer and then resumes.
 * https://microservices.io/patterns/communication-style/idempotent-consumer.html
 */
export async function isFirstHandling(sql: Sql, eventId: string): Promise<boolean> {
  const noted = await sql({
    name: 'note-handled-event',
    // Each call adds one row and deletes two expired ones, except those that others are deleting.
    text: `WITH cleared AS (
             DELETE FROM inbox WHERE event_id = ANY (ARRAY(
               SELECT event_id FROM inbox WHERE handled_at <= now() - interval '30 days'
               ORDER BY handled_at LIMIT 2 FOR UPDATE SKIP LOCKED
             ))
           )
           INSERT INTO inbox (event_id) VALUES ($1) ON CONFLICT (event_id) DO NOTHING RETURNING event_id`,
    values: [eventId],
  });
  return noted.length > 0;
}
