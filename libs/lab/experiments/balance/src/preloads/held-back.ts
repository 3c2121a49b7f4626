import { type IncomingMessage, Server } from 'node:http';
import { HELD_BACK_MS } from '../slow-replica';

/**
 * Preloaded into one replica of the lab: a server that works HELD_BACK_MS for every request, one after the other, as
 * Node does with computations. It waits instead of computing, so that the others keep their CPUs, and answers health
 * checks without delay.
 */
const emit = Server.prototype.emit as (this: Server, event: string, ...args: unknown[]) => boolean;
let free = 0;

const isHeldBack = (event: string, [request]: unknown[]) =>
  event === 'request' && !(request as IncomingMessage).url!.startsWith('/health');

Server.prototype.emit = function (this: Server, event: string, ...args: unknown[]): boolean {
  if (!isHeldBack(event, args)) return emit.call(this, event, ...args);
  const now = performance.now();
  free = Math.max(free, now) + HELD_BACK_MS;
  setTimeout(() => emit.call(this, event, ...args), free - now);
  return true;
};
