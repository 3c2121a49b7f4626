import type { Metric } from 'prom-client';
import { allTopics, ownEvents } from '../contract/document';
import { problemFinder } from '../contract/validator';
import type { Database } from '../data/database';
import type { Log } from '../log';
import { type Neighbour, StatusError } from '../neighbour';
import { Problem, StartError } from '../problem';
import { nobody } from '../request';
import { createConfirmations } from './confirmations';
import { outboxMetrics } from './metrics';
import * as rows from './rows';

/** The first back-off for a consumer that is out of reach, doubled up to the longest (ms). */
const FIRST_DELAY_MS = 500;
/** For delayed deliveries and lost notifications (ms). */
const POLL_MS = 500;

/** The statuses with which a consumer rejects the event itself, and always will (RFC 9110, 15.5). */
const REFUSALS = [400, 413, 415, 422];

/** Nobody will ever take this event. */
class Refused extends Error {}

export interface Outbox {
  /** @throws StartError if events wait that nobody handles. */
  start(): Promise<void>;
  /** Whether this event is delivered within so many ms. */
  delivered(eventId: string, ms: number): Promise<boolean>;
  stop(): Promise<void>;
  metrics: Metric[];
}

/**
 * Delivers the events in `outbox_events`: at least once, for as long as it takes, by any number of replicas on any stack,
 * one after the other. https://microservices.io/patterns/data/transactional-outbox.html
 */
export function createOutbox(database: Database, jobs: Neighbour, log: Log): Outbox {
  const { background, transaction, schema } = database;
  const confirmations = createConfirmations(background);
  const problems = new Map(Array.from(ownEvents, ([topic, { payload }]) => [topic, problemFinder(payload)]));
  const stopping = new AbortController();
  let wake = () => {};
  let unlisten: (() => Promise<void>) | undefined;
  let working: Promise<void> | undefined;

  async function deliver({ topic, payload, eventId }: rows.StoredEvent): Promise<void> {
    const problemOf = problems.get(topic);
    if (!problemOf) throw new Refused(`Nobody handles the topic "${topic}"`);
    const problem = problemOf(payload);
    if (problem) throw new Refused(`The payload is not what the topic "${topic}" says: ${problem}`);
    // The operation that takes an event is named after it: company-deleted, companyDeleted.
    const operation = topic.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    await jobs(nobody, operation, { body: { eventId, ...payload } }).catch((error: unknown) => {
      const cause = error instanceof Problem ? error.cause : undefined;
      if (!(cause instanceof StatusError) || !REFUSALS.includes(cause.status)) throw error;
      throw new Refused(`The consumer answered ${cause.status}: ${cause.body.slice(0, 500)}`);
    });
  }

  /** Delivers the next event that is due; returns whether there was one. */
  async function deliverNext(): Promise<boolean> {
    if (!(await rows.isAnyDue(background))) return false;
    return transaction(async (query) => {
      const event = await rows.nextDue(query);
      if (!event) return false;
      const about = { eventId: event.eventId, topic: event.topic, attempts: event.attempts + 1 };
      try {
        await deliver(event);
        await rows.forget(query, event);
      } catch (err) {
        if (err instanceof Refused) {
          await rows.park(query, event, err.message);
          log.error({ err, ...about }, 'event parked; "npm run outbox" lists, retries and drops those');
        } else {
          await rows.postpone(query, event, Math.min(FIRST_DELAY_MS * 2 ** event.attempts, rows.LONGEST_DELAY_MS));
          log.warn({ err, ...about }, 'event not delivered yet');
        }
      }
      return true;
    });
  }

  async function work(): Promise<void> {
    while (!stopping.signal.aborted) {
      const { promise: notified, resolve } = Promise.withResolvers<undefined>();
      wake = () => resolve(undefined);
      const isMore = await deliverNext().catch((err: unknown) => {
        log.warn({ err }, 'the outbox cannot be read');
        return false;
      });
      if (isMore) continue;
      const late = setTimeout(wake, POLL_MS);
      await notified;
      clearTimeout(late);
    }
  }

  return {
    async start() {
      const waiting = (await rows.stateByTopic(background)).filter(({ waiting }) => waiting > 0);
      const unknown = waiting.filter(({ topic }) => !ownEvents.has(topic)).map(({ topic }) => `"${topic}"`);
      if (unknown.length > 0) {
        throw new StartError(
          `The outbox of the companies service holds events that nobody handles: ${unknown.join(', ')}. ` +
            `Known are ${allTopics.join(', ')}; start a version that handles them, or drop them (npm run outbox).`,
        );
      }
      // A channel belongs to the whole database, so the notification that wakes names the schema.
      const hear = (payload: string) => (payload === schema ? wake() : confirmations.confirm(payload));
      unlisten = await database.listen('outbox_events', hear, () => wake());
      working = work();
    },
    delivered: confirmations.delivered,
    async stop() {
      stopping.abort();
      wake();
      await unlisten?.();
      await working;
      confirmations.stop();
    },
    metrics: outboxMetrics(background),
  };
}
