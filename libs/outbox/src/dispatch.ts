import { type EventHandlers, EventRefused, type Topic, events } from '@jobly/contracts';
import type { StoredEvent } from './stored-events';

/** The handlers of events by topic, for any set of topics. */
export type Deliveries = Partial<EventHandlers<Topic>>;

/**
 * Delivers an event as the catalogue defines it.
 * @throws EventRefused if nobody handles its topic, its payload does not match the catalogue, or the consumer rejects
 * it. Any other error may be transient.
 */
export async function dispatch(deliveries: Deliveries, { topic, payload, eventId }: StoredEvent): Promise<void> {
  if (!isHandled(deliveries, topic)) throw new EventRefused(`Nobody handles the topic "${topic}"`);
  const parsed = events[topic].payload.safeParse(payload);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => [...path, message].join(': '));
    throw new EventRefused(`The payload is not what the topic "${topic}" says: ${problems.join('; ')}`);
  }
  // The catalogue ties this payload to this delivery by their topic; TypeScript cannot follow that for all topics at
  // once.
  await deliveries[topic]!(parsed.data as never, eventId);
}

/** Own properties only: a topic may be called "constructor". */
const isHandled = (deliveries: Deliveries, topic: string): topic is Topic => Object.hasOwn(deliveries, topic);
