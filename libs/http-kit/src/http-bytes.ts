import type { Request } from 'express';
import { Counter, type Registry } from 'prom-client';

interface Bytes {
  received: number;
  sent: number;
}

/**
 * Counts the bytes of requests and responses by route, headers included. A request is given what its connection has
 * carried since the one before: exact, unless a client sends its next request before it has the answer.
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

/** Plain numbers become metrics only when someone asks: adding to a metric costs more than all the rest here. */
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
