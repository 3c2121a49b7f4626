import { events } from '@jobly/contracts';
import type { Sql } from '@jobly/database';

/** An event as an operator sees it. */
export interface ListedEvent {
  eventId: string;
  topic: string;
  key: string;
  payload: unknown;
  attempts: number;
  recordedAt: Date;
  /** Null while it waits for delivery. */
  parkedAt: Date | null;
  problem: string | null;
}

const COLUMNS = `event_id AS "eventId", topic, key, payload, attempts, created_at AS "recordedAt", parked_at AS "parkedAt",
                 problem`;

/** The events of an outbox, parked ones first, each in the order they were recorded. */
export const listEvents = (sql: Sql, limit: number): Promise<ListedEvent[]> =>
  sql({
    name: 'list-events',
    text: `SELECT ${COLUMNS} FROM outbox_events ORDER BY parked_at IS NULL, id LIMIT $1`,
    values: [limit],
  });

/** The events whose id begins with this prefix, two at most: enough to show that it is ambiguous. */
export const findEvents = (sql: Sql, prefix: string): Promise<ListedEvent[]> =>
  sql({
    name: 'find-events',
    text: `SELECT ${COLUMNS} FROM outbox_events WHERE starts_with(event_id::text, $1) LIMIT 2`,
    values: [prefix],
  });

/** Schedules a parked event for immediate delivery. Returns whether it was parked. */
export async function retryEvent(sql: Sql, eventId: string): Promise<boolean> {
  const retried = await sql({
    name: 'retry-event',
    text: `UPDATE outbox_events SET attempts = 0, next_attempt_at = now(), parked_at = NULL, problem = NULL
           WHERE event_id = $1 AND parked_at IS NOT NULL RETURNING pg_notify('outbox_events', current_schema())`,
    values: [eventId],
  });
  return retried.length > 0;
}

/** Removes an event that is parked, or whose topic no version knows. Returns whether it was one of those. */
export async function dropEvent(sql: Sql, eventId: string): Promise<boolean> {
  const dropped = await sql({
    name: 'drop-event',
    // The events that wait for it, because they have the same key, need no notification: polling finds them.
    text: `DELETE FROM outbox_events WHERE event_id = $1 AND (parked_at IS NOT NULL OR topic <> ALL ($2))
           RETURNING event_id`,
    values: [eventId, Object.keys(events)],
  });
  return dropped.length > 0;
}
