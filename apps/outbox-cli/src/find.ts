import { type ListedEvent, findEvents } from '@jobly/outbox';
import type { ServiceOutbox } from './outboxes';

export interface FoundEvent extends ServiceOutbox {
  event: ListedEvent;
}

/** The command is not possible for this event; the message gives the reason and the alternatives. */
export class Refusal extends Error {}

/** @throws Refusal if no event, or more than one, has an id with this prefix. */
export async function findEvent(outboxes: ServiceOutbox[], id: string): Promise<FoundEvent> {
  const found: FoundEvent[] = [];
  for (const outbox of outboxes) {
    for (const event of await findEvents(outbox.sql, id.toLowerCase())) found.push({ ...outbox, event });
  }
  if (found.length > 1) throw new Refusal(`More than one event begins with "${id}"; give more of its id.`);
  if (!found[0]) throw new Refusal(`No event begins with "${id}"; "npm run outbox -- list" shows those there are.`);
  return found[0];
}
