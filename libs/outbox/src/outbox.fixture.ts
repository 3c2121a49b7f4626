import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, migrate, openDatabase, startCluster } from '@jobly/database';
import { pino } from 'pino';
import { type Delivery, type Outbox, startOutbox } from './outbox';

const migrations = join(import.meta.dirname, '../../../apps/companies-service/prisma/migrations');

/** An outbox on a server of its own: what writes into it, and any number of processes that deliver. */
export async function anOutbox() {
  const directory = mkdtempSync(join(tmpdir(), 'jobly-outbox-'));
  const cluster = await startCluster({ directory, databases: ['companies'] });
  const url = cluster.urlOf('companies');
  await migrate({ url, directory: migrations });
  const writer = openDatabase({ url, max: 3, name: 'writer' });
  const closings: (() => Promise<void>)[] = [];

  return {
    /** Writes an event within a transaction, and does something before that ends. */
    record: (key: string, meanwhile: () => Promise<unknown> = async () => {}) =>
      writer.transaction(async (sql) => {
        await sql({
          name: 'record',
          text: `INSERT INTO outbox_events (topic, key, payload) VALUES ('happened', $1::text, jsonb_build_object('key', $1::text))
                 RETURNING pg_notify('outbox_events', '')`,
          values: [key],
        });
        await meanwhile();
      }),

    /** The keys of the events that wait. */
    async waiting(): Promise<string[]> {
      const text = 'SELECT key FROM outbox_events ORDER BY id';
      const rows = await writer.sql<{ key: string }>({ name: 'waiting', text, values: [] });
      return rows.map(({ key }) => key);
    },

    /** A process that delivers. */
    start(
      deliver: (key: string, eventId: string) => Promise<unknown>,
      name = 'deliverer',
    ): Outbox & Pick<Database, 'traffic'> {
      const database = openDatabase({ url, max: 1, name });
      const happened: Delivery = ({ key }: { key: string }, eventId) => deliver(key, eventId);
      const outbox = startOutbox({ url, database, deliveries: { happened }, log: pino({ level: 'silent' }) });
      closings.push(outbox.stop, database.close);
      return { ...outbox, traffic: database.traffic };
    },

    /** Ends the connections of this name, as a crash of the process or of the network would. */
    async cut(name: string): Promise<void> {
      const text = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1';
      await writer.sql({ name: 'cut', text, values: [name] });
    },

    /** Ends everyone who delivers, and forgets every event. */
    async clear(): Promise<void> {
      for (const close of closings.splice(0)) await close();
      await writer.sql({ name: 'clear', text: 'TRUNCATE outbox_events', values: [] });
    },

    async remove(): Promise<void> {
      await writer.close();
      await cluster.stop();
      rmSync(directory, { recursive: true });
    },
  };
}
