import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname } from 'node:path';
import { now } from './clock';
import { answering, note } from './note';

/** Every app is a folder with its bundle. */
const app = basename(dirname(process.argv[1] ?? ''));

/** Notes where this process listens, and the requests that it answers, and keeps each in mind as the cause of what is done for it. */
export function noteServed(): void {
  const emit = Server.prototype.emit as (this: Server, event: string, ...args: unknown[]) => boolean;
  let last = 0;

  Server.prototype.emit = function (this: Server, event: string, ...args: unknown[]): boolean {
    if (event === 'listening') note({ kind: 'listening', app, port: (this.address() as AddressInfo).port });
    if (event !== 'request') return emit.call(this, event, ...args);
    const [request, response] = args as [IncomingMessage, ServerResponse];
    const { method = '', url: path = '', headers, socket } = request;
    const served = {
      kind: 'served',
      id: ++last,
      method,
      path,
      callerPort: socket.remotePort ?? 0,
      begin: now(),
    } as const;
    response.once('finish', () => {
      note({ ...served, bodies: [headers['content-length'], response.getHeader('content-length')].map(lengthIn) });
    });
    return answering.run(served.id, () => emit.call(this, event, ...args));
  };
}

const lengthIn = (header: unknown) => Number(header ?? 0);
