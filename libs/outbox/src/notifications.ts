import { readConnectionUrl } from '@jobly/database';
import pg from 'pg';
import type { Logger } from 'pino';

/** The wait before reconnecting after a lost connection (ms). */
const RECONNECT_MS = 1_000;
const CONNECT_TIMEOUT_MS = 2_000;

/** Resolves at the next notification that wakes (or one since the last call), or after `timeout` ms at the latest. */
type Wait = (timeout: number) => Promise<void>;

export interface Notifications {
  /** A wait of its own for whoever asks for one, so that nobody takes a notification away from others. */
  waiter(): Wait;
  stop(): Promise<void>;
}

interface ListenOptions {
  channel: string;
  url: string;
  log: Logger;
  /** Gets every other notification of the channel. */
  hear?: (payload: string) => void;
}

/**
 * PostgreSQL's LISTEN on a connection of its own: it makes deliveries prompt; polling alone guarantees them. A channel
 * belongs to the whole database, so the notification that wakes names the schema.
 */
export function listenFor({ channel, url, log, hear }: ListenOptions): Notifications {
  const { config, schema } = readConnectionUrl(url);
  let client: pg.Client | undefined;
  let reconnect: NodeJS.Timeout | undefined;
  let stopped = false;
  let count = 0;
  const waiting = new Set<() => void>();

  const wake = () => waiting.forEach((end) => end());
  const notify = () => {
    count += 1;
    wake();
  };

  const connect = async () => {
    const connection = new pg.Client({
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      ...config,
      application_name: 'outbox',
      keepAlive: true,
    });
    connection.on('notification', ({ payload = '' }) => {
      if (payload === schema) notify();
      else hear?.(payload);
    });
    connection.on('error', () => {});
    connection.on('end', () => {
      if (!stopped) reconnect = setTimeout(() => void connect(), RECONNECT_MS);
    });
    client = connection;
    try {
      await connection.connect();
      await connection.query(`LISTEN ${channel}`);
    } catch (error) {
      log.warn({ err: error }, 'cannot listen for notifications; polling');
      await connection.end().catch(() => {});
    }
  };
  const connecting = connect();

  return {
    waiter() {
      let seen = 0;
      return async (timeout) => {
        if (count === seen && !stopped) {
          const { promise, resolve } = Promise.withResolvers<undefined>();
          const end = () => resolve(undefined);
          waiting.add(end);
          const late = setTimeout(end, timeout);
          await promise;
          clearTimeout(late);
          waiting.delete(end);
        }
        seen = count;
      };
    },
    async stop() {
      stopped = true;
      clearTimeout(reconnect);
      wake();
      await connecting;
      await client?.end().catch(() => {});
    },
  };
}
