import { type Owner, StartError, type Topic } from '@jobly/contracts';
import type { Sql } from '@jobly/database';
import type { Deliveries } from './dispatch';
import { countByTopic } from './stored-events';

/** @throws StartError if nothing delivers one of the topics that the producer records. */
export function requireDeliveries(producer: Owner, topics: Topic[], deliveries: Deliveries): void {
  const missing = topics.filter((topic) => !Object.hasOwn(deliveries, topic));
  if (missing.length === 0) return;
  throw new StartError(
    `The outbox of the ${producer} service delivers no ${quoted(missing)}; give it a delivery where it is composed.`,
  );
}

/** @throws StartError if events wait that nothing delivers. Events that are parked already prevent no start. */
export async function requireKnownTopics(sql: Sql, producer: Owner, deliveries: Deliveries): Promise<void> {
  const waiting = (await countByTopic(sql)).filter((count) => count.waiting > 0).map(({ topic }) => topic);
  const unknown = waiting.filter((topic) => !Object.hasOwn(deliveries, topic));
  if (unknown.length === 0) return;
  throw new StartError(
    `The outbox of the ${producer} service holds events that nobody handles: ${quoted(unknown)}. ` +
      'Start a version that does, or drop them ("npm run outbox -- --help" says how).',
  );
}

const quoted = (topics: string[]) => topics.map((topic) => `"${topic}"`).join(', ');
