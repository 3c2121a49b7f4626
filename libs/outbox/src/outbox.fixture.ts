import type { Database } from '@jobly/database';
import { aSharedDatabase } from '@jobly/database/fixtures';
import { pino } from 'pino';
import { type Delivery, type Outbox, startOutbox } from './outbox';

/** An outbox in a database of its own: what writes into it, and any number of processes that deliver. */
export async function anOutbox() {
  const { url, open, run, remove } = await aSharedDatabase('companies-service');
  const writer = open('writer');
  const closings: (() => Promise<void>)[] = [];

  return {
    remove,

    /** Writes an event within a transaction, and does something before that ends. */
    record: (key: string, meanwhile: () => Promise<unknown> = async () => {}) =>
      writer.transaction(async (sql) => {
        await sql({
          name: 'record',
          text: `INSERT INTO outbox_events (topic, key, payload) VALUES ('happened', $1::text, jsonb_build_object('key', $1::text))
                 RETURNING pg_notify('outbox_events', current_schema())`,
          values: [key],
        });
        await meanwhile();
      }),

    /** The keys of the events that wait. */
    async waiting(): Promise<string[]> {
      const rows = await run<{ key: string }>('SELECT key FROM outbox_events ORDER BY id');
      return rows.map(({ key }) => key);
    },

    /** A process that delivers. */
    start(
      deliver: (key: string, eventId: string) => Promise<unknown>,
      name = 'deliverer',
    ): Outbox & Pick<Database, 'traffic'> {
      const database = open(name, 1);
      const happened: Delivery = ({ key }: { key: string }, eventId) => deliver(key, eventId);
      const outbox = startOutbox({ url, database, deliveries: { happened }, log: pino({ level: 'silent' }) });
      closings.push(outbox.stop);
      return { ...outbox, traffic: database.traffic };
    },

    /** Ends the connections of this name, as a crash of the process or of the network would. */
    cut: (name: string) =>
      run('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [name]),

    /** Stops everyone who delivers, and forgets every event. */
    async clear(): Promise<void> {
      for (const stop of closings.splice(0)) await stop();
      await run('TRUNCATE outbox_events');
    },
  };
}
