import type { Socket } from 'node:net';
import type { Pool, PoolClient } from 'pg';

/** The bytes over a pool's connections, except for opening and closing them. */
interface Count {
  statements: number;
  sentBytes: number;
  receivedBytes: number;
}

/** Traffic by purpose: `requests`, or background work (health checks, polling for events). */
export type Traffic = Record<'requests' | 'background', Count>;

interface Meter {
  traffic: Traffic;
  /** From now until its release, a connection's traffic counts as background. */
  setApart: (connection: PoolClient) => void;
}

/** Counts a pool's traffic, whoever uses it; a connection's counts are added when it is released. */
export function meterOf(pool: Pool): Meter {
  const traffic: Traffic = { requests: none(), background: none() };
  const carried = new WeakMap<PoolClient, Count>();
  const apart = new WeakSet<PoolClient>();

  pool.on('connect', (client) => {
    const { connection } = client;
    const count = { ...none(), ...bytesOf(client) };
    carried.set(client, count);
    // One of these ends every statement. Ahead of pg's own listeners: after an error the pool takes the connection
    // back.
    for (const end of ['commandComplete', 'emptyQuery', 'errorMessage']) {
      connection.prependListener(end, () => (count.statements += 1));
    }
  });

  pool.on('release', (_error, client) => {
    const count = carried.get(client)!;
    const { sentBytes, receivedBytes } = bytesOf(client);
    const total = traffic[apart.delete(client) ? 'background' : 'requests'];
    total.statements += count.statements;
    total.sentBytes += sentBytes - count.sentBytes;
    total.receivedBytes += receivedBytes - count.receivedBytes;
    Object.assign(count, { statements: 0, sentBytes, receivedBytes });
  });

  return { traffic, setApart: (connection) => void apart.add(connection) };
}

const none = (): Count => ({ statements: 0, sentBytes: 0, receivedBytes: 0 });

function bytesOf({ connection }: PoolClient): Omit<Count, 'statements'> {
  const { bytesWritten, bytesRead } = connection.stream as Socket;
  return { sentBytes: bytesWritten, receivedBytes: bytesRead };
}
