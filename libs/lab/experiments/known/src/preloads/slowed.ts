import { type IncomingMessage, Server } from 'node:http';
import { slowDown } from '../slowdowns';

/**
 * Preloaded into monoliths of the lab: every request but health checks takes a known time more, given in LAB_SLOWDOWN as
 * JSON.
 */
const slowdown = JSON.parse(process.env['LAB_SLOWDOWN']!) as Parameters<typeof slowDown>[0];
const emit = Server.prototype.emit as (this: Server, event: string, ...args: unknown[]) => boolean;

Server.prototype.emit = function (this: Server, event: string, ...args: unknown[]): boolean {
  if (event === 'request' && !(args[0] as IncomingMessage).url!.startsWith('/health')) slowDown(slowdown);
  return emit.call(this, event, ...args);
};
