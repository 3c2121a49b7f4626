import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { StartError } from '../start-error';

/** The port, if nobody listens on it; without one, any that is free. Throws a StartError if it is taken. */
export async function freePort(port = 0): Promise<number> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    throw new StartError(`PostgreSQL cannot listen on port ${port}: ${(error as Error).message}.`, { cause: error });
  }
  const { port: free } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return free;
}
