import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import type { Behaviour } from './behaviour';
import { type Connection, type Crossing, join } from './connection';

/** An address that stands for a process, as a name does that a deployment changes, and the network on the way to it. */
export interface Relay {
  readonly url: string;
  /**
   * Attempts to reach the process so far: exchanges that clients have begun, whatever became of them, and connections that
   * were refused.
   */
  readonly attempts: number;
  /** Whoever connects from now on reaches this process; connections to another one are reset. At first there is none. */
  leadTo(url: string): void;
  /** What it does to all connections, open and new ones, from now on. */
  behave(behaviour: Behaviour): void;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';

/**
 * Relays TCP connections on a free port of loopback.
 * @param onCrossing is told of all data that comes through
 */
export async function startRelay(onCrossing?: (crossing: Crossing) => void): Promise<Relay> {
  let target: URL | undefined;
  let behaviour: Behaviour = { kind: 'passing' };
  let attempts = 0;
  const connections = new Set<Connection>();

  // Each direction ends by itself, and the end of one may come through later than it was sent.
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
    if (!target || behaviour.kind === 'refusing') {
      attempts += 1;
      client.on('error', () => {}).resetAndDestroy();
      return;
    }
    const { hostname: host, port } = target;
    const onward = connect({ host, port: Number(port), noDelay: true, allowHalfOpen: true });
    const connection = join(client, onward, behaviour, {
      onExchange: () => (attempts += 1),
      onCrossing,
      onClosed: () => connections.delete(connection),
    });
    connections.add(connection);
  }).listen(0, HOST);
  await once(server, 'listening');

  const hangUp = () => connections.forEach(({ behave }) => behave({ kind: 'refusing' }));

  return {
    url: `http://${HOST}:${(server.address() as AddressInfo).port}`,
    get attempts() {
      return attempts;
    },
    leadTo(url) {
      const next = new URL(url);
      if (next.host !== target?.host) hangUp();
      target = next;
    },
    behave(next) {
      behaviour = next;
      for (const connection of connections) connection.behave(next);
    },
    async stop() {
      hangUp();
      await once(server.close(), 'close');
    },
  };
}
