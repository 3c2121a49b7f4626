import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartError } from '@jobly/contracts';
import type { Express } from 'express';

/** Only this machine may ask: the console can stop processes. */
const LOOPBACK = '127.0.0.1';

/**
 * Listens on loopback.
 * @returns the URL
 * @throws StartError for a port that is taken or not allowed
 */
export async function listen(app: Express, port: number): Promise<string> {
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason = cause.code === 'EADDRINUSE' ? 'is taken' : `cannot be listened on (${cause.code})`;
      reject(new StartError(`Port ${port} ${reason}; set CONSOLE_PORT to another one.`, { cause }));
    });
    server.listen(port, LOOPBACK, resolve);
  });
  return `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`;
}
