import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves on a free port of this machine until the parent disconnects, and tells the parent the URL. */
export function serveFor(parent: NodeJS.Process, listener: RequestListener): void {
  const server = createServer(listener);
  // These servers do not repeat what was sent over a connection that was just being closed for being idle.
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    parent.send!({ ready: { url: `http://127.0.0.1:${port}` } });
  });
  // Ctrl-C reaches the whole process group; the parent decides when to stop.
  parent.on('SIGINT', () => {});
  parent.on('disconnect', () => parent.exit());
}
