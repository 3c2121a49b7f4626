import type { Sql } from '@jobly/database';

/**
 * Notes within a transaction that an event is being handled; false where that was done before. An event is delivered
 * again when its first handler does not answer in time, and that one may go on with it at any later moment. Handled
 * events are remembered for 30 days: no process stands still for longer and then goes on.
 * https://microservices.io/patterns/communication-style/idempotent-consumer.html
 */
export async function isFirstHandling(sql: Sql, eventId: string): Promise<boolean> {
  const noted = await sql({
    name: 'note-handled-event',
    // Each adds one row and clears two, but none that somebody else is about to clear.
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
