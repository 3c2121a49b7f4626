import {
  type Delivered,
  type EventHandlers,
  EventRefused,
  type Owner,
  type Topic,
  type TopicOf,
  events,
  topicsOf,
} from '@jobly/contracts';
import type { Database } from '@jobly/database';
import type { Tracing } from '@jobly/tracing';
import type { Logger } from 'pino';
import type { Metric } from 'prom-client';
import { createConfirmations } from './confirmations';
import { inDeliverySpan } from './delivery-span';
import { type Deliveries, dispatch } from './dispatch';
import { eventGauge } from './event-gauge';
import { lagGauge } from './lag-gauge';
import { type Notifications, listenFor } from './notifications';
import { requireDeliveries, requireKnownTopics } from './start-checks';
import { LONGEST_DELAY_MS, type StoredEvent, forget, isAnyDue, nextDue, park, postpone } from './stored-events';

/** The first back-off for a consumer that is out of reach, doubled up to the longest (ms). */
const FIRST_DELAY_MS = 500;
/** The polling interval, for delayed deliveries and lost notifications (ms). */
const POLL_MS = 500;

interface OutboxOptions<P extends Owner, Beside extends Owner> {
  /** The module that records these events. */
  producer: P;
  /** The modules beside it in the process, which the database tells. */
  beside?: readonly Beside[];
  url: string;
  database: Pick<Database, 'background' | 'transaction'>;
  /** The handlers by topic; one that rejects is called again later with the same event. */
  deliveries: EventHandlers<TopicOf<P, Beside>>;
  log: Logger;
  tracing?: Tracing | undefined;
}

interface Outbox {
  /**
   * Starts delivering.
   * @throws StartError if a topic that the producer records has no handler, or the outbox holds an event that has none.
   */
  start(): Promise<void>;
  /** Tells those who recorded events, after their transaction, when these are delivered: this long they wait (ms). */
  deliveredWithin(ms: number): Delivered;
  /**
   * Finishes the delivery under way; the remaining events wait in the table for the next start, and nobody waits for them.
   */
  stop(): Promise<void>;
  /**
   * Finishes the deliveries under way, and begins no more until it is resumed: a process that is frozen in one would keep
   * its event locked. Before the start, it begins none.
   */
  pause(): Promise<void>;
  resume(): void;
  metrics: Metric[];
}

/**
 * Delivers the events in `outbox_events`: at least once, for as long as it takes, by any number of replicas. A
 * transaction locks an event while it is delivered, so the death of a process frees it at once. An event that its
 * consumer rejects is parked until somebody retries or drops it. Each consumer has deliveries of its own, so that one that
 * hangs holds up no other.
 * https://microservices.io/patterns/data/transactional-outbox.html
 */
export function createOutbox<P extends Owner, Beside extends Owner = never>({
  producer,
  beside,
  url,
  database,
  log,
  tracing,
  ...options
}: OutboxOptions<P, Beside>): Outbox {
  const deliveries: Deliveries = options.deliveries;
  const topics = topicsOf(producer, beside);
  const confirmations = createConfirmations(database.background);
  let notifications: Notifications | undefined;
  let working: Promise<unknown> | undefined;
  let stopping = false;
  let paused: PromiseWithResolvers<undefined> | undefined;
  const underWay = new Set<Promise<boolean>>();

  /** Delivers the next event that is due, of any but these topics; returns whether there was one. */
  const deliverNext = async (except: readonly Topic[]) => {
    if (!(await isAnyDue(database.background, except))) return false;
    return database.transaction(async (sql) => {
      const event = await nextDue(sql, except);
      if (!event) return false;
      try {
        await inDeliverySpan(tracing, event, () => dispatch(deliveries, event));
        await forget(sql, event);
      } catch (error) {
        if (error instanceof EventRefused) {
          await park(sql, event, error.message);
          log.error({ err: error, ...about(event) }, 'event parked; "npm run outbox" lists, retries and drops those');
        } else {
          await postpone(sql, event, Math.min(FIRST_DELAY_MS * 2 ** event.attempts, LONGEST_DELAY_MS));
          log.warn({ err: error, ...about(event) }, 'event not delivered yet');
        }
      }
      return true;
    });
  };

  const work = async (nextNotification: ReturnType<Notifications['waiter']>, except: readonly Topic[]) => {
    let delivered = false;
    while (!stopping) {
      // Those that are due one after the other count as one delivery that is under way.
      if (paused && !delivered) {
        await paused.promise;
        continue;
      }
      const delivery = deliverNext(except).catch((error: unknown) => {
        log.warn({ err: error }, 'the outbox cannot be read');
        return false;
      });
      underWay.add(delivery);
      delivered = await delivery;
      underWay.delete(delivery);
      if (!delivered) await nextNotification(POLL_MS);
    }
  };

  const resume = () => {
    paused?.resolve(undefined);
    paused = undefined;
  };

  return {
    async start() {
      requireDeliveries(producer, topics, deliveries);
      await requireKnownTopics(database.background, producer, deliveries);
      const notified = listenFor({ channel: 'outbox_events', url, log, hear: confirmations.confirm });
      notifications = notified;
      working = Promise.all(topicsOfOthers(topics).map((except) => work(notified.waiter(), except)));
    },
    deliveredWithin: confirmations.within,
    async stop() {
      stopping = true;
      resume();
      await notifications?.stop();
      await working;
      confirmations.stop();
    },
    async pause() {
      paused ??= Promise.withResolvers();
      while (underWay.size > 0) await Promise.all(underWay);
    },
    resume,
    metrics: [eventGauge(database.background, deliveries), lagGauge(database.background, deliveries)],
  };
}

/** For each consumer of these topics, those of all others; a topic that nobody knows is anybody's. */
function topicsOfOthers(topics: Topic[]): Topic[][] {
  const consumers = new Set(topics.map((topic) => events[topic].consumer));
  return Array.from(consumers, (consumer) => topics.filter((topic) => events[topic].consumer !== consumer));
}

const about = ({ eventId, topic, attempts }: StoredEvent) => ({ eventId, topic, attempts: attempts + 1 });
