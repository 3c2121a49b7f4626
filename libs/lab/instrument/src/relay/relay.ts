import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { type Behaviour, type Passage, passageFor } from './behaviour';

/** An address that stands for a process, as a name does that a deployment changes, and the network on the way to it. */
export interface Relay {
  readonly url: string;
  /** Whoever connects from now on reaches this process; connections to another one are reset. At first there is none. */
  leadTo(url: string): void;
  /** What it does to all connections, open and new ones, from now on. */
  behave(behaviour: Behaviour): void;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';

/** Relays TCP connections on a free port of loopback. */
export async function startRelay(): Promise<Relay> {
  let target: URL | undefined;
  let behaviour: Behaviour = { kind: 'passing' };
  const connections = new Set<Connection>();

  const server = createServer({ noDelay: true }, (client) => {
    if (!target || behaviour.kind === 'refusing') {
      client.resetAndDestroy();
      return;
    }
    const onward = connect({ host: target.hostname, port: Number(target.port), noDelay: true });
    const connection = join(client, onward);
    connections.add(connection);
    connection.behave(behaviour);
    client.once('close', () => connections.delete(connection));
  }).listen(0, HOST);
  await once(server, 'listening');

  const hangUp = () => connections.forEach(({ behave }) => behave({ kind: 'refusing' }));

  return {
    url: `http://${HOST}:${(server.address() as AddressInfo).port}`,
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

interface Connection {
  behave(behaviour: Behaviour): void;
}

/** Both directions of a connection. */
function join(client: Socket, onward: Socket): Connection {
  const sockets = [client, onward];
  let passages: Passage[] = [];
  let isDead = false;
  for (const [from, to] of [sockets, sockets.toReversed()] as [Socket, Socket][]) {
    from.on('data', (chunk: Buffer) => passages[sockets.indexOf(from)]!(chunk, to));
    from.on('error', () => {}).on('end', () => to.end());
    from.on('close', () => {
      if (!to.destroyed) to.resetAndDestroy();
    });
  }
  return {
    behave(behaviour) {
      if (behaviour.kind === 'refusing') client.resetAndDestroy();
      // Its peer never learns that the other has gone, and it does not come back.
      isDead ||= behaviour.kind === 'half-open';
      passages = sockets.map((from) => passageFor(isDead ? { kind: 'half-open' } : behaviour, from));
      for (const socket of sockets) {
        if (behaviour.kind === 'stalled') socket.pause();
        else socket.resume();
      }
    },
  };
}
