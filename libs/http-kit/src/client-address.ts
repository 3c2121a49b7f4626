import { isIP } from 'node:net';
import type { Request } from 'express';

/**
 * The client's address: the peer of the connection or, behind trusted proxies (TRUST_PROXY), the address that they
 * name. Some proxies add a port to it; anything that is no address is ignored.
 */
export function clientAddress(request: Request): string {
  const named = (request.ip ?? '').replace(/^\[([^\]]*)\](:\d+)?$|^([\d.]+):\d+$/, '$1$3');
  return isIP(named) ? named : (request.socket.remoteAddress ?? 'unknown');
}
