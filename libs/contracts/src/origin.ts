import { isIPv6 } from 'node:net';

/** Where one reaches what listens on every address of its machine. */
const LOOPBACK: Record<string, string> = { '0.0.0.0': '127.0.0.1', '[::]': '[::1]' };

/**
 * The origin under which one can open a server that listens on this host and port: an IPv6 address stands in brackets
 * (RFC 3986, 3.2.2), and the loopback address for "every address".
 * @throws TypeError for a host that no URL can hold; ask `isHost` first.
 */
export function originOf(host: string, port: number): string {
  const { hostname } = new URL(`http://${isIPv6(host) ? `[${host}]` : host}`);
  return `http://${LOOPBACK[hostname] ?? hostname}:${port}`;
}

/** Whether a server can listen there and a URL can say so, which it cannot of a zone (fe80::1%eth0). */
export const isHost = (host: string): boolean =>
  /^[\w.-]+$/.test(host) || (isIPv6(withoutBrackets(host)) && !host.includes('%'));

/** What `isHost` asks for, to follow the name of a setting. */
export const hostRule = 'must be an address or a name of this machine that a URL can hold, such as 127.0.0.1 or ::1';

/** An IPv6 address as sockets take it. */
export const withoutBrackets = (host: string): string => host.replace(/^\[(.*)\]$/, '$1');
