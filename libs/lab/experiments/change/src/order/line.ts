import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** An address that stands for one of several processes, as a name does that a deployment changes. */
export interface Line {
  readonly url: string;
  /** Whoever connects from now on reaches this process; all connections to another one end. */
  leadTo(url: string): void;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

export async function openLine(): Promise<Line> {
  let target: string | undefined;
  const open = new Set<Socket>();
  const keep = (socket: Socket, other: Socket) => {
    open.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => other.destroy());
    socket.on('close', () => {
      open.delete(socket);
      other.destroy();
    });
  };
  const server = createServer((caller) => {
    if (target === undefined) return void caller.destroy();
    const { hostname, port } = new URL(target);
    const process = connect(Number(port), hostname);
    keep(caller, process);
    keep(process, caller);
    caller.pipe(process).pipe(caller);
  });
  await once(server.listen(0, HOST), 'listening');
  const hangUp = () => open.forEach((socket) => socket.destroy());
  return {
    url: `http://${HOST}:${(server.address() as AddressInfo).port}`,
    leadTo(url) {
      if (url !== target) hangUp();
      target = url;
    },
    async close() {
      hangUp();
      await once(server.close(), 'close');
    },
  };
}
