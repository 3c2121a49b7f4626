import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { StartError } from '@jobly/contracts';

/** The port, if nobody listens on it; without one, any free port. Throws a StartError if it is taken. */
export async function freePort(port = 0): Promise<number> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'EADDRINUSE' ? 'something else listens there' : message;
    throw new StartError(`PostgreSQL cannot have port ${port}: ${reason}.`, { cause: error });
  }
  const { port: free } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return free;
}
