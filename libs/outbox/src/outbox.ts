import type { Database, Sql } from '@jobly/database';
import type { Logger } from 'pino';
import { listenFor } from './notifications';

/** How long a neighbour that does not take an event is left alone: doubling from the first to the second (ms). */
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 2_000;
/** How often to look without having been notified: for delayed deliveries, and for a lost notification. */
const POLL_MS = 500;

/**
 * Delivers an event to a neighbour; rejects where it was not taken, and is then called again later, with the same
 * `eventId` (a UUID).
 */
export type Delivery = (payload: never, eventId: string) => Promise<unknown>;

interface OutboxOptions {
  url: string;
  database: Pick<Database, 'background' | 'transaction'>;
  /** What to do with the events of each topic. */
  deliveries: Record<string, Delivery>;
  log: Logger;
}

export interface Outbox {
  /** Finishes the delivery under way; what is left waits in the table for the next start. */
  stop(): Promise<void>;
}

interface Event {
  id: string;
  eventId: string;
  topic: string;
  payload: never;
  attempts: number;
}

/**
 * Delivers what `outbox_events` holds: at least once, for as long as it takes, by any number of replicas. An event is
 * locked by a transaction while it is delivered, so the death of a process frees it at once.
 * https://microservices.io/patterns/data/transactional-outbox.html
 */
export function startOutbox({ url, database, deliveries, log }: OutboxOptions): Outbox {
  const notifications = listenFor('outbox_events', url, log);
  let stopping = false;

  /** Delivers the next event that is due; says whether there was one. */
  const deliverNext = async () => {
    if (!(await isAnyDue(database.background))) return false;
    return database.transaction(async (sql) => {
      const event = await nextDue(sql);
      if (!event) return false;
      try {
        await deliveries[event.topic]!(event.payload, event.eventId);
        await sql({ name: 'event-delivered', text: 'DELETE FROM outbox_events WHERE id = $1', values: [event.id] });
      } catch (error) {
        log.warn({ err: error, topic: event.topic, attempts: event.attempts + 1 }, 'event not delivered yet');
        await postpone(sql, event);
      }
      return true;
    });
  };

  const work = async () => {
    while (!stopping) {
      const delivered = await deliverNext().catch((error: unknown) => {
        log.warn({ err: error }, 'the outbox cannot be read');
        return false;
      });
      if (!delivered) await notifications.next(POLL_MS);
    }
  };
  const working = work();

  return {
    async stop() {
      stopping = true;
      await notifications.stop();
      await working;
    },
  };
}

/** Asked twice a second for as long as the process lives, and so in the background and without a transaction. */
async function isAnyDue(sql: Sql): Promise<boolean> {
  const due = await sql({
    name: 'any-due-event',
    text: 'SELECT 1 FROM outbox_events WHERE next_attempt_at <= now() LIMIT 1',
    values: [],
  });
  return due.length > 0;
}

async function nextDue(sql: Sql): Promise<Event | undefined> {
  const [event] = await sql<Event>({
    name: 'next-due-event',
    text: `SELECT id, event_id AS "eventId", topic, payload, attempts FROM outbox_events WHERE next_attempt_at <= now()
           ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
    values: [],
  });
  return event;
}

const postpone = (sql: Sql, { id, attempts }: Event) =>
  sql({
    name: 'postpone-event',
    text: `UPDATE outbox_events SET attempts = attempts + 1, next_attempt_at = now() + $2 * interval '1 ms' WHERE id = $1`,
    values: [id, Math.min(FIRST_DELAY_MS * 2 ** attempts, LONGEST_DELAY_MS)],
  });
