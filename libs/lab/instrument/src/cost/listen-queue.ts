import { readFileSync } from 'node:fs';
import { read } from './proc';

/**
 * The connections that listening sockets of this machine have dropped so far, mostly because the queue of those not yet
 * accepted was full. A client whose connection is dropped sends its SYN again a second later, which is then all that
 * its response time shows.
 *
 * @returns undefined if the operating system does not tell (anything but Linux)
 */
export function droppedConnections(): number | undefined {
  const netstat = read(() => readFileSync('/proc/net/netstat', 'utf8'));
  // Two lines: the names, and their values.
  const [names = [], values = []] = [...(netstat?.matchAll(/^TcpExt: (.*)$/gm) ?? [])].map(([, line]) =>
    line!.split(' '),
  );
  const [overflows, drops] = ['ListenOverflows', 'ListenDrops'].map((name) => Number(values[names.indexOf(name)]));
  const dropped = Math.max(overflows!, drops!);
  return Number.isNaN(dropped) ? undefined : dropped;
}
