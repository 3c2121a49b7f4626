import { isIP } from 'node:net';
import type { Request } from 'express';

/**
 * Who is asking: the address that the connection comes from or, behind proxies that are trusted (TRUST_PROXY), the one
 * that they name. Some name a port with it; what is no address is not believed.
 */
export function clientAddress(request: Request): string {
  const named = (request.ip ?? '').replace(/^\[([^\]]*)\](:\d+)?$|^([\d.]+):\d+$/, '$1$3');
  return isIP(named) ? named : (request.socket.remoteAddress ?? 'unknown');
}
