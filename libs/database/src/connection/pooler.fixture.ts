import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';

/** The startup parameters that PgBouncer accepts from a client, unless it is configured otherwise. */
const TAKEN = ['user', 'database', 'client_encoding', 'application_name'];

/** A session pooler, like PgBouncer, in front of the PostgreSQL of a URL. */
export const sessionPooler = (url: string) =>
  pooler((client, startup) => {
    const refused = parametersOf(startup).find((name) => !TAKEN.includes(name));
    if (refused) {
      client.end(message('E', `SFATAL\0C08P01\0Munsupported startup parameter: ${refused}\0\0`));
      return;
    }
    const { hostname, port } = new URL(url);
    const server = connect(Number(port), hostname);
    server.write(startup);
    server.pipe(client).pipe(server);
    for (const socket of [client, server]) socket.on('error', () => {});
    client.on('close', () => server.destroy());
  });

/** A transaction pooler that lends the connections to these server processes round-robin. */
export const lendingPooler = (...processes: number[]) => {
  let turn = 0;
  const announced = message('K', Buffer.from([0, 0, 0, 1, 0, 0, 0, 2]));
  return pooler((client) => {
    const ready = message('Z', 'I');
    client.write(Buffer.concat([message('R', Buffer.alloc(4)), announced, ready]));
    client.on('data', () => {
      const pid = String(processes[turn++ % processes.length]);
      const column = Buffer.concat([Buffer.from('\0\x01pid\0'), Buffer.alloc(6), Buffer.from([0, 0, 0, 23, 0, 4])]);
      const types = Buffer.from([255, 255, 255, 255, 0, 0]);
      const row = Buffer.concat([Buffer.from([0, 1, 0, 0, 0, pid.length]), Buffer.from(pid)]);
      const done = message('C', 'SELECT 1\0');
      client.write(Buffer.concat([message('T', Buffer.concat([column, types])), message('D', row), done, ready]));
    });
  });
};

/** Starts listening and returns the address. */
async function pooler(serve: (client: Socket, startup: Buffer) => void) {
  const clients = new Set<Socket>();
  const server = createServer((client) => {
    clients.add(client);
    client.on('error', () => {});
    client.once('data', (startup) => serve(client, startup));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    async close() {
      for (const client of clients) client.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The parameter names in a startup message. */
const parametersOf = (startup: Buffer) =>
  startup
    .toString('utf8', 8)
    .split('\0')
    .filter((text, index) => index % 2 === 0 && text !== '');

/** https://www.postgresql.org/docs/18/protocol-message-formats.html */
function message(type: string, body: Buffer | string): Buffer {
  const header = Buffer.alloc(5);
  header.write(type);
  header.writeInt32BE(Buffer.byteLength(body) + 4, 1);
  return Buffer.concat([header, Buffer.from(body)]);
}
