import { setTimeout as delay } from 'node:timers/promises';
import { blueprints } from '@jobly/stack';
import pg from 'pg';

/** The outboxes in the order in which an event causes others. */
const PRODUCERS = ['companies', 'jobs'] as const;

const DEADLINE_MS = 10_000;
const BETWEEN_LOOKS_MS = 10;

export interface Settling {
  /** Whether all events have been handled, by the deadline. */
  settle: () => Promise<boolean>;
  close: () => Promise<void>;
}

/** Watches the outboxes of the services, whose databases are on the server with this administrator's URL. */
export async function settling(postgresUrl: string): Promise<Settling> {
  const clients = PRODUCERS.map((part) => {
    const { database } = blueprints.find(({ name }) => name === part)!;
    return new pg.Client({ connectionString: Object.assign(new URL(postgresUrl), { pathname: database!.name }).href });
  });
  await Promise.all(clients.map((client) => client.connect()));

  async function isEmpty(client: pg.Client): Promise<boolean> {
    const { rows } = await client.query<{ empty: boolean }>('SELECT NOT EXISTS (SELECT FROM outbox_events) AS empty');
    return rows[0]!.empty;
  }

  return {
    async settle() {
      const deadline = performance.now() + DEADLINE_MS;
      for (const client of clients) {
        while (!(await isEmpty(client))) {
          if (performance.now() > deadline) return false;
          await delay(BETWEEN_LOOKS_MS);
        }
      }
      return true;
    },
    async close() {
      await Promise.all(clients.map((client) => client.end()));
    },
  };
}
