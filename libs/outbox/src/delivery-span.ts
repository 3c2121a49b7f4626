import type { Tracing } from '@jobly/tracing';
import type { StoredEvent } from './stored-events';

/**
 * Delivers an event within a span, of the trace of the request that caused it if that is known; just delivers it where
 * nothing is traced.
 */
export async function inDeliverySpan(
  tracing: Tracing | undefined,
  { topic, eventId, attempts, traceParent }: StoredEvent,
  deliver: () => Promise<void>,
): Promise<void> {
  const received = traceParent === null ? {} : { traceparent: traceParent };
  const span = tracing?.begin('PRODUCER', `deliver ${topic}`, received, {
    'messaging.destination.name': topic,
    'messaging.message.id': eventId,
    'jobly.attempt': attempts + 1,
  });
  if (!span) return deliver();
  try {
    await span.run(deliver);
  } catch (error) {
    span.fail(error);
    throw error;
  } finally {
    span.end();
  }
}
