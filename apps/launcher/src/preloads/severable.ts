import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Received, ToPart } from '@jobly/stack';

/**
 * Preloaded into the parts while the console is on: the launcher can cut the connections that a part opens, and let it
 * count the requests that it receives. A connection costs one entry in a set when it is opened; what is sent over it costs
 * nothing.
 */

/** Open connections, with the addresses that they were opened to. */
const sockets = new Map<Socket, string>();
let severed: ReadonlySet<string> = new Set();

const connect = Socket.prototype.connect as (this: Socket, ...args: unknown[]) => Socket;

Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
  const address = addressIn(args);
  if (address !== undefined && severed.has(address)) {
    process.nextTick(() => this.destroy(refusal(address)));
    return this;
  }
  if (address !== undefined) {
    sockets.set(this, address);
    this.once('close', () => sockets.delete(this));
  }
  return connect.apply(this, args);
};

/** The forms of https://nodejs.org/api/net.html#socketconnect; Node's own calls wrap them in an array. */
function addressIn(args: unknown[]): string | undefined {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  const { port, host } =
    typeof first === 'object' && first !== null
      ? (first as { port?: unknown; host?: unknown })
      : { port: first, host: second };
  if (!/^\d+$/.test(String(port))) return undefined;
  return `${typeof host === 'string' ? host.replace(/^\[|\]$/g, '') : 'localhost'}:${String(port)}`;
}

/** As the system refuses a connection to a port that nobody listens on. */
const refusal = (address: string) =>
  Object.assign(new Error(`connect ECONNREFUSED ${address}`), { code: 'ECONNREFUSED', syscall: 'connect' });

/** As the system reports a connection that the other side has broken. */
const reset = () => Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' });

function sever(addresses: readonly string[]): void {
  severed = new Set(addresses);
  for (const [socket, address] of sockets) if (severed.has(address)) socket.destroy(reset());
}

let received = 0;
let telling: NodeJS.Timeout | undefined;

const hear = (message: unknown) => {
  const { url = '' } = (message as { request: IncomingMessage }).request;
  if (!/^\/(health|metrics)/.test(url)) received++;
};

function count(on: boolean): void {
  clearInterval(telling);
  unsubscribe('http.server.request.start', hear);
  if (!on) return;
  received = 0;
  subscribe('http.server.request.start', hear);
  const tell = () => void process.send?.({ received } satisfies Received, () => {});
  telling = setInterval(tell, 1_000).unref();
}

process.on('message', (message: ToPart) => {
  if ('cut' in message) sever(message.cut);
  if ('count' in message) count(message.count);
});
