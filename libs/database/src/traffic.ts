import type { Socket } from 'node:net';
import type { Pool, PoolClient } from 'pg';

/** What went over the connections of a pool, without their opening and closing. */
interface Count {
  statements: number;
  sentBytes: number;
  receivedBytes: number;
}

/** Traffic by what it was for: `requests`, or what a process does unasked (health checks, looking for events). */
export type Traffic = Record<'requests' | 'background', Count>;

interface Meter {
  traffic: Traffic;
  /** From now until its release, what a connection carries counts as background. */
  setApart: (connection: PoolClient) => void;
}

/** Counts a pool's traffic, whoever uses it; a connection's is added when it is given back. */
export function meterOf(pool: Pool): Meter {
  const traffic: Traffic = { requests: none(), background: none() };
  const carried = new WeakMap<PoolClient, Count>();
  const apart = new WeakSet<PoolClient>();

  pool.on('connect', (client) => {
    const { connection } = client;
    const count = { ...none(), ...bytesOf(client) };
    carried.set(client, count);
    // One of these ends every statement. Before pg's own listeners: an error makes the pool take the connection back.
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
