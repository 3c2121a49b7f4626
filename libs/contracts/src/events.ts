import { z } from 'zod';
import { BATCH_SIZE } from './batch-size';
import { handle } from './fields';
import type { Owner } from './operation';
import { sharedCompany, sharedJob } from './shared-rows';

interface EventType {
  /** The service that records the event, and delivers it from its outbox. */
  producer: Owner;
  /** The service that handles it. */
  consumer: Owner;
  /** Its content. Keys that a later version has added are left out. */
  payload: z.ZodObject;
}

/** Records that were created, changed or deleted; recorded only for read models that follow. */
const changed = <R extends z.ZodType>(row: R) => z.object({ rows: z.array(row).max(BATCH_SIZE) });

/**
 * Every event of the system, by topic: the news that one service must have of another because no foreign key reaches
 * from one database to the next. Outboxes, paths, senders and handlers are typed by this list.
 */
export const events = {
  'company-deleted': { producer: 'companies', consumer: 'jobs', payload: z.object({ handle }) },
  'company-changed': { producer: 'companies', consumer: 'jobs', payload: changed(sharedCompany) },
  'job-changed': { producer: 'jobs', consumer: 'companies', payload: changed(sharedJob) },
  'jobs-deleted': {
    producer: 'jobs',
    consumer: 'users',
    payload: z.object({ jobIds: z.array(z.int().positive()).max(BATCH_SIZE) }),
  },
} as const satisfies Record<string, EventType>;

export type Topic = keyof typeof events;

export type Payload<T extends Topic> = z.output<(typeof events)[T]['payload']>;

/** The topics that a module records, but for those whose consumer is beside it, in the same process and database. */
export type TopicOf<P extends Owner, Beside extends Owner = never> = {
  [T in Topic]: (typeof events)[T] extends { producer: P }
    ? (typeof events)[T]['consumer'] extends Beside
      ? never
      : T
    : never;
}[Topic];

/**
 * The handlers of these topics. A delivery is repeated until it succeeds, by any replica and at any later moment;
 * `eventId` (a UUID) is the same each time.
 */
export type EventHandlers<T extends Topic> = { [K in T]: (payload: Payload<K>, eventId: string) => Promise<void> };

/**
 * Resolves to whether these events, by id, have been delivered: false if that is not known in time, or if one of them is
 * parked.
 */
export type Delivered = (eventIds: string[]) => Promise<boolean>;

/** The topics that a module records, as `TopicOf` says, at runtime. */
export const topicsOf = (producer: Owner, beside: readonly Owner[] = []): Topic[] =>
  (Object.keys(events) as Topic[]).filter(
    (topic) => events[topic].producer === producer && !beside.includes(events[topic].consumer),
  );

/** The consumer rejects this event and would reject every further delivery; it is not merely out of reach. */
export class EventRefused extends Error {
  override readonly name = 'EventRefused';
}
