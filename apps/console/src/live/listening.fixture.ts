import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import type { Express } from 'express';

/** A page that listens to a console. */
export interface Listening {
  /** The last data of a name’s events, as soon as it is as wanted. */
  until: <T>(name: string, is: (data: T) => boolean) => Promise<T>;
  close: () => void;
}

export async function listening(app: Express): Promise<Listening> {
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const asking = get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', path: '/api/live' });
  const [response] = (await once(asking, 'response')) as [NodeJS.ReadableStream];
  const last = new Map<string, unknown>();
  const waiting = new Set<() => void>();
  let name = '';
  const lines = createInterface({ input: response }).on('line', (line) => {
    if (line.startsWith('event: ')) name = line.slice('event: '.length);
    if (line.startsWith('data: ')) last.set(name, JSON.parse(line.slice('data: '.length)));
    for (const look of waiting) look();
  });
  // The connection is broken off in the end.
  const ignore = () => {};
  asking.on('error', ignore);
  response.on('error', ignore);
  lines.on('error', ignore);
  return {
    until: <T>(wanted: string, is: (data: T) => boolean) =>
      new Promise<T>((resolve) => {
        const look = () => {
          if (!last.has(wanted) || !is(last.get(wanted) as T)) return;
          waiting.delete(look);
          resolve(last.get(wanted) as T);
        };
        waiting.add(look);
        look();
      }),
    close() {
      asking.destroy();
      server.close();
    },
  };
}
