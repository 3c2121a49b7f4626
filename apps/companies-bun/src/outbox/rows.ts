import type { Query } from '../data/database';

/** An event as its row has it: unchecked until the catalogue has been asked. */
export interface StoredEvent {
  id: string;
  eventId: string;
  topic: string;
  payload: object;
  attempts: number;
}

/** The longest back-off for a consumer that is out of reach (ms). */
export const LONGEST_DELAY_MS = 2_000;

/**
 * An event waits for earlier ones of the same key, even if one of them is parked (due at infinity). One that waits for
 * longer than any back-off was postponed before the server's clock was set back, and waits no longer.
 */
const IS_DUE = `(next_attempt_at <= now()
    OR next_attempt_at > now() + interval '${LONGEST_DELAY_MS} ms' AND next_attempt_at < 'infinity')
  AND NOT EXISTS (SELECT FROM outbox_events earlier WHERE earlier.key = event.key AND earlier.id < event.id)`;

/** Asked twice a second, and therefore without a transaction. */
export const isAnyDue = async (query: Query): Promise<boolean> =>
  (await query(`SELECT 1 FROM outbox_events event WHERE ${IS_DUE} LIMIT 1`)).length > 0;

/** Locks an event until the end of the transaction, and skips those that other replicas have locked. */
export async function nextDue(query: Query): Promise<StoredEvent | undefined> {
  const [event] = await query<StoredEvent>(
    `SELECT id, event_id AS "eventId", topic, payload, attempts FROM outbox_events event
     WHERE ${IS_DUE} ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
  );
  return event;
}

/** Forgets a delivered event; once that is committed, whoever waits for it hears of it in any replica. */
export const forget = (query: Query, { id }: StoredEvent) =>
  query(`DELETE FROM outbox_events WHERE id = $1 RETURNING pg_notify('outbox_events', event_id::text)`, [id]);

export const postpone = (query: Query, { id }: StoredEvent, ms: number) =>
  query(
    `UPDATE outbox_events SET attempts = attempts + 1, next_attempt_at = now() + $2::int * interval '1 ms' WHERE id = $1`,
    [id, ms],
  );

/** Parks an event that no consumer accepts, until somebody retries or drops it. */
export const park = (query: Query, { id }: StoredEvent, problem: string) =>
  query(
    `UPDATE outbox_events SET attempts = attempts + 1, next_attempt_at = 'infinity', parked_at = now(), problem = $2
     WHERE id = $1`,
    [id, problem],
  );

/** Those of the events that are not delivered yet. */
export const undelivered = (query: Query, eventIds: string[]) =>
  query<{ eventId: string; isParked: boolean }>(
    `SELECT event_id AS "eventId", parked_at IS NOT NULL AS "isParked" FROM outbox_events
     WHERE event_id::text = ANY ($1::text[])`,
    [eventIds],
  );

interface TopicState {
  topic: string;
  waiting: number;
  parked: number;
  /** How long the oldest one has waited (s); null if none waits. */
  lag: number | null;
}

export const stateByTopic = (query: Query) =>
  query<TopicState>(
    `SELECT topic, count(*) FILTER (WHERE parked_at IS NULL)::int AS waiting, count(parked_at)::int AS parked,
            extract(epoch FROM max(now() - created_at) FILTER (WHERE parked_at IS NULL))::float8 AS lag
     FROM outbox_events GROUP BY topic`,
  );
