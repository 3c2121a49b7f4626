import { isIP } from 'node:net';
import type { Request } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';

/**
 * The client's address: the peer of the connection or, behind trusted proxies (TRUST_PROXY), the address that they
 * name. Some proxies add a port to it; anything that is no address is ignored.
 */
export function clientAddress(request: Request): string {
  const named = (request.ip ?? '').replace(/^\[([^\]]*)\](:\d+)?$|^([\d.]+):\d+$/, '$1$3');
  return isIP(named) ? named : (request.socket.remoteAddress ?? 'unknown');
}

/**
 * Where a request comes from, as limits count it: the client's IPv4 address, or the /56 network of its IPv6 address,
 * which is what one customer of a provider is usually given.
 */
export const sourceOf = (request: Request): string => ipKeyGenerator(clientAddress(request));
