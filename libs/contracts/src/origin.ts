import { isIPv6 } from 'node:net';

/** The loopback address that reaches a server listening on every address of its machine. */
const LOOPBACK: Record<string, string> = { '0.0.0.0': '127.0.0.1', '[::]': '[::1]' };

/**
 * The origin of a server that listens on this host and port. An IPv6 address is put in brackets (RFC 3986, 3.2.2), and
 * "every address" becomes the loopback address.
 * @throws TypeError for a host that no URL can hold; ask `isHost` first.
 */
export function originOf(host: string, port: number): string {
  const { hostname } = new URL(`http://${isIPv6(host) ? `[${host}]` : host}`);
  return `http://${LOOPBACK[hostname] ?? hostname}:${port}`;
}

/** Whether a server can listen there and a URL can name it; a URL cannot name a zone (fe80::1%eth0). */
export const isHost = (host: string): boolean =>
  /^[\w.-]+$/.test(host) || (isIPv6(withoutBrackets(host)) && !host.includes('%'));

/** The rule that `isHost` checks, worded to follow the name of a setting. */
export const hostRule = 'must be an address or a name of this machine that a URL can hold, such as 127.0.0.1 or ::1';

/** An IPv6 address without brackets, as sockets take it. */
export const withoutBrackets = (host: string): string => host.replace(/^\[(.*)\]$/, '$1');
