import { dropEvent, listEvents, retryEvent } from '@jobly/outbox';
import { type FoundEvent, Refusal, findEvent } from './find';
import type { Service, ServiceOutbox } from './outboxes';
import { name } from './wording';

/** More than anybody reads; --json has the same limit. */
const MOST_LISTED = 1_000;

type Event = FoundEvent['event'];
export type ServiceEvent = { service: Service } & Event;

/** The events of all outboxes, parked ones first. */
export async function list(outboxes: ServiceOutbox[]): Promise<ServiceEvent[]> {
  const events: ServiceEvent[] = [];
  for (const { service, sql } of outboxes) {
    for (const event of await listEvents(sql, MOST_LISTED)) events.push({ service, ...event });
  }
  return [...events.filter(isParked), ...events.filter((event) => !isParked(event))];
}

/** Has parked events delivered again: the given ones, or all. */
export async function retry(outboxes: ServiceOutbox[], ids: string[] | 'all'): Promise<ServiceEvent[]> {
  const found = ids === 'all' ? await allParked(outboxes) : await findAll(outboxes, ids);
  return each(found, retryEvent, 'only a parked event can be retried');
}

/** Removes events that no consumer accepts; their consumers never receive them. */
export const drop = async (outboxes: ServiceOutbox[], ids: string[]): Promise<ServiceEvent[]> =>
  each(
    await findAll(outboxes, ids),
    dropEvent,
    'only a parked event, or one of a topic that nobody knows, can be dropped',
  );

export const isParked = ({ parkedAt }: Event) => parkedAt !== null;

/** All are looked up before any of them is changed. */
async function findAll(outboxes: ServiceOutbox[], ids: string[]): Promise<FoundEvent[]> {
  const found: FoundEvent[] = [];
  for (const id of ids) found.push(await findEvent(outboxes, id));
  return found;
}

async function allParked(outboxes: ServiceOutbox[]): Promise<FoundEvent[]> {
  const found: FoundEvent[] = [];
  for (const outbox of outboxes) {
    const events = await listEvents(outbox.sql, MOST_LISTED);
    found.push(...events.filter(isParked).map((event) => ({ ...outbox, event })));
  }
  return found;
}

async function each(found: FoundEvent[], act: typeof retryEvent, rule: string): Promise<ServiceEvent[]> {
  const done: ServiceEvent[] = [];
  for (const { service, sql, event } of found) {
    if (!(await act(sql, event.eventId))) throw new Refusal(`${name(event)} is still being delivered; ${rule}.`);
    done.push({ service, ...event });
  }
  return done;
}
