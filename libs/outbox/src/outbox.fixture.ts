import type { EventHandlers, Payload, TopicOf } from '@jobly/contracts';
import { aSharedDatabase } from '@jobly/database/fixtures';
import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { createOutbox } from './outbox';

type CompanyEvents = EventHandlers<TopicOf<'companies'>>;
type Deliver = (key: string, eventId: string) => Promise<unknown>;

interface Recording {
  topic?: string;
  payload?: unknown;
  meanwhile?: () => Promise<unknown>;
}

/** An outbox in a database of its own, with a way to write into it and any number of processes that deliver. */
export async function anOutbox() {
  const { url, open, run, remove } = await aSharedDatabase('companies-service');
  const writer = open('writer');
  const stops: (() => Promise<void>)[] = [];
  const lines: { msg: string; eventId?: string }[] = [];
  const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as (typeof lines)[number]) });

  return {
    remove,
    run,
    /** The log lines so far. */
    lines,
    sql: writer.sql,

    /** Records an event within a transaction, and does something before that ends; returns the event's id. */
    record: (key: string, { topic = 'company-deleted', payload, meanwhile }: Recording = {}) =>
      writer.transaction(async (sql) => {
        const [recorded] = await sql<{ eventId: string }>({
          name: 'record',
          text: `INSERT INTO outbox_events (topic, key, payload) VALUES ($1, $2, $3)
                 RETURNING event_id AS "eventId", pg_notify('outbox_events', current_schema())`,
          values: [topic, key, JSON.stringify(payload ?? { handle: key })],
        });
        await meanwhile?.();
        return recorded!.eventId;
      }),

    /** The keys of the events that wait or are parked. */
    async left(state: 'waiting' | 'parked'): Promise<string[]> {
      const isParked = state === 'parked';
      const text = 'SELECT key FROM outbox_events WHERE (parked_at IS NOT NULL) = $1 ORDER BY id';
      return (await run<{ key: string }>(text, [isParked])).map(({ key }) => key);
    },

    /** Resolves once the events that wait or are parked are as wanted; in the meantime it leaves the processor alone. */
    async until(state: 'waiting' | 'parked', wanted: (keys: string[]) => boolean): Promise<void> {
      while (!wanted(await this.left(state))) await delay(5);
    },

    /** Resolves once so many processes listen for notifications. */
    async listening(count: number): Promise<void> {
      const text = `SELECT FROM pg_stat_activity
                    WHERE query = 'LISTEN outbox_events' AND state = 'idle' AND datname = current_database()`;
      while ((await run(text)).length !== count);
    },

    /** A process that delivers. */
    async start(deliver: Deliver, name = 'deliverer') {
      const database = open(name, 1);
      const outbox = createOutbox({ producer: 'companies', url, database, deliveries: deliveriesBy(deliver), log });
      await outbox.start();
      stops.push(outbox.stop);
      return { ...outbox, traffic: database.traffic };
    },

    /** A process whose events have two consumers. */
    async startJobs(deliveries: EventHandlers<TopicOf<'jobs'>>) {
      const outbox = createOutbox({ producer: 'jobs', url, database: open('jobs', 2), deliveries, log });
      await outbox.start();
      stops.push(outbox.stop);
    },

    /** A process with these handlers, not started yet. */
    wired: (deliveries: CompanyEvents) =>
      createOutbox({ producer: 'companies', url, database: open(), deliveries, log }),

    /** Breaks the connections of this name, as a crash of the process or of the network would. */
    cut: (name: string) =>
      run('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [name]),

    /** Stops all delivering processes, and deletes every event. */
    async clear(): Promise<void> {
      for (const stop of stops.splice(0)) await stop();
      lines.length = 0;
      await run('TRUNCATE outbox_events');
    },
  };
}

export const deliveriesBy = (deliver: Deliver): CompanyEvents => ({
  'company-deleted': async ({ handle }: Payload<'company-deleted'>, eventId) => {
    await deliver(handle, eventId);
  },
  'company-changed': async () => {},
});
