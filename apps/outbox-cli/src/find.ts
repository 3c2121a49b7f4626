import { type ListedEvent, findEvents } from '@jobly/outbox';
import type { ServiceOutbox } from './outboxes';

export interface FoundEvent extends ServiceOutbox {
  event: ListedEvent;
}

/** What was asked for cannot be done to this event; the message says why and what can. */
export class Refusal extends Error {}

/** @throws Refusal where no event has an id that begins like this, or more than one. */
export async function findEvent(outboxes: ServiceOutbox[], id: string): Promise<FoundEvent> {
  const found: FoundEvent[] = [];
  for (const outbox of outboxes) {
    for (const event of await findEvents(outbox.sql, id.toLowerCase())) found.push({ ...outbox, event });
  }
  if (found.length > 1) throw new Refusal(`More than one event begins with "${id}"; give more of its id.`);
  if (!found[0]) throw new Refusal(`No event begins with "${id}"; "npm run outbox -- list" shows those there are.`);
  return found[0];
}
