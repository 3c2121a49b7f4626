import type { Topic } from '@jobly/contracts';
import type { Sql } from '@jobly/database';

/** An event as its row has it: topic and payload are unchecked until the catalogue has been asked. */
export interface StoredEvent {
  id: string;
  eventId: string;
  topic: string;
  payload: unknown;
  attempts: number;
  /** The trace context of the request that caused it, if that was traced. */
  traceParent: string | null;
}

/** The longest back-off for a consumer that is out of reach (ms). */
export const LONGEST_DELAY_MS = 2_000;

/**
 * The rows that can be delivered now. An event that waits for longer than any back-off was recorded or postponed before
 * the server's clock was set back, and waits no longer. An event waits for earlier events of the same key, so that the events of one
 * entity arrive in order, even if one of them is parked. Parked events are due at infinity.
 */
const IS_DUE = `(next_attempt_at <= now()
    OR next_attempt_at > now() + interval '${LONGEST_DELAY_MS} ms' AND next_attempt_at < 'infinity')
  AND NOT EXISTS (SELECT FROM outbox_events earlier WHERE earlier.key = event.key AND earlier.id < event.id)`;

/**
 * Whether there is an event of any but these topics. Runs twice a second for as long as the process lives, and therefore
 * in the background and without a transaction.
 */
export async function isAnyDue(sql: Sql, except: readonly Topic[]): Promise<boolean> {
  const due = await sql({
    name: 'any-due-event',
    text: `SELECT 1 FROM outbox_events event WHERE topic <> ALL ($1) AND ${IS_DUE} LIMIT 1`,
    values: [except],
  });
  return due.length > 0;
}

/** Locks an event of any but these topics until the end of the transaction, and skips those that others have locked. */
export async function nextDue(sql: Sql, except: readonly Topic[]): Promise<StoredEvent | undefined> {
  const [event] = await sql<StoredEvent>({
    name: 'next-due-event',
    text: `SELECT id, event_id AS "eventId", topic, payload, attempts, trace_parent AS "traceParent"
           FROM outbox_events event
           WHERE topic <> ALL ($1) AND ${IS_DUE}
           ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
    values: [except],
  });
  return event;
}

/** Forgets an event that is delivered; once that is committed, whoever waits for it hears of it in any replica. */
export const forget = (sql: Sql, { id }: StoredEvent) =>
  sql({
    name: 'event-delivered',
    text: `DELETE FROM outbox_events WHERE id = $1 RETURNING pg_notify('outbox_events', event_id::text)`,
    values: [id],
  });

export const postpone = (sql: Sql, { id }: StoredEvent, delayMs: number) =>
  sql({
    name: 'postpone-event',
    text: `UPDATE outbox_events SET attempts = attempts + 1, next_attempt_at = now() + $2 * interval '1 ms' WHERE id = $1`,
    values: [id, delayMs],
  });

/** Parks an event that no consumer accepts; `problem` is the reason. */
export const park = (sql: Sql, { id }: StoredEvent, problem: string) =>
  sql({
    name: 'park-event',
    text: `UPDATE outbox_events SET attempts = attempts + 1, next_attempt_at = 'infinity', parked_at = now(), problem = $2
           WHERE id = $1`,
    values: [id, problem],
  });

/** Those of the events, by id, that are not delivered yet. */
export const undelivered = (sql: Sql, eventIds: string[]): Promise<{ eventId: string; isParked: boolean }[]> =>
  sql({
    name: 'undelivered-events',
    text: `SELECT event_id AS "eventId", parked_at IS NOT NULL AS "isParked" FROM outbox_events
           WHERE event_id = ANY ($1::uuid[])`,
    values: [eventIds],
  });

/** The number of events of each topic, waiting and parked. */
export const countByTopic = (sql: Sql): Promise<{ topic: string; waiting: number; parked: number }[]> =>
  sql({
    name: 'count-events',
    text: `SELECT topic, count(*) FILTER (WHERE parked_at IS NULL)::int AS waiting, count(parked_at)::int AS parked
           FROM outbox_events GROUP BY topic`,
    values: [],
  });

/** How long the oldest waiting event of each topic has waited (s). */
export const lagByTopic = (sql: Sql): Promise<{ topic: string; seconds: number }[]> =>
  sql({
    name: 'event-lag',
    text: `SELECT topic, extract(epoch FROM max(now() - created_at))::float8 AS seconds
           FROM outbox_events WHERE parked_at IS NULL GROUP BY topic`,
    values: [],
  });
