import type { ListedEvent } from '@jobly/outbox';
import Table from 'cli-table3';
import pc from 'picocolors';
import type { ServiceEvent } from './commands';

/** The prefix of an id, which is usually enough to identify the event. */
const short = ({ eventId }: ListedEvent) => eventId.slice(0, 8);

/** The name of an event in a sentence. */
export const name = (event: ListedEvent) => `Event ${short(event)} (${event.topic}, ${event.key})`;

/** The events as a table, with the reason that each parked one is parked. */
export function tableOf(events: ServiceEvent[]): string {
  const parked = events.filter(({ problem }) => problem !== null);
  const table = new Table({
    head: ['id', 'service', 'topic', 'key', 'state', 'attempts', 'recorded'],
    style: { head: [], border: [], compact: true },
    colAligns: ['left', 'left', 'left', 'left', 'left', 'right', 'left'],
  });
  for (const event of events) {
    const state = event.parkedAt ? pc.red('parked') : 'waiting';
    const recorded = event.recordedAt.toISOString().replace('T', ' ').slice(0, 19);
    table.push([short(event), event.service, event.topic, event.key, state, event.attempts, recorded]);
  }
  const reasons = parked.map((event) => `${short(event)}  ${event.problem}`);
  const counts = `${parked.length} parked, ${events.length - parked.length} waiting.`;
  return [...(events.length > 0 ? [table.toString(), ...reasons] : []), counts].join('\n');
}

export const retriedText = (events: ServiceEvent[]) =>
  events.length === 0
    ? 'No event is parked.'
    : events.map((event) => `${pc.green('✓')} ${name(event)} is due again.`).join('\n');

export const droppedText = (events: ServiceEvent[]) =>
  events
    .map(
      (event) =>
        `${pc.green('✓')} ${name(event)} is dropped, and what it asked for stays undone: ${JSON.stringify(event.payload)}`,
    )
    .join('\n');
