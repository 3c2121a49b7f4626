import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import { now } from './clock';
import { answering, note } from './note';

/** Notes the requests that this process answers, and keeps each in mind as the cause of what is done for it. */
export function noteServed(): void {
  const emit = Server.prototype.emit as (this: Server, event: string, ...args: unknown[]) => boolean;
  let last = 0;

  Server.prototype.emit = function (this: Server, event: string, ...args: unknown[]): boolean {
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
