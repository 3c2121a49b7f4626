import type { Request } from 'express';
import { Counter, type Registry } from 'prom-client';

interface Bytes {
  received: number;
  sent: number;
}

/**
 * Counts the bytes of requests and responses by route, headers included. A request is credited with the bytes that its
 * connection has carried since the previous one: exact, unless a client pipelines its requests.
 */
export function httpBytes(registry: Registry): (request: Request, route: string) => void {
  const byRoute = new Map<string, Bytes>();
  const byConnection = new WeakMap<Request['socket'], Bytes>();
  expose('received', 'Of requests, as the process received them', byRoute, registry);
  expose('sent', 'Of responses, as the process sent them', byRoute, registry);

  return ({ socket }, route) => {
    const before = byConnection.get(socket);
    const now = { received: socket.bytesRead, sent: socket.bytesWritten };
    byConnection.set(socket, now);
    let total = byRoute.get(route);
    if (!total) byRoute.set(route, (total = { received: 0, sent: 0 }));
    total.received += now.received - (before?.received ?? 0);
    total.sent += now.sent - (before?.sent ?? 0);
  };
}

/** Plain numbers become metrics only on a scrape: updating a metric would cost more than all the rest here. */
function expose(kind: keyof Bytes, help: string, byRoute: Map<string, Bytes>, registry: Registry): void {
  new Counter({
    name: `http_${kind}_bytes_total`,
    help,
    labelNames: ['route'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [route, bytes] of byRoute) this.inc({ route }, bytes[kind]);
    },
  });
}
