import { type Lookup, replicasAt } from '@jobly/replicas';
import type { AxiosAdapter } from 'axios';

/** The most open connections to one process; further requests queue, within their deadline. */
export const CONNECTIONS = 64;

/**
 * Sends axios's requests through undici's pool of keep-alive connections. An exchange with a neighbour, measured on a
 * busy machine, takes 440 µs of CPU through axios over node:http, 260 µs this way, and 190 µs through undici alone.
 */
export function undiciAdapter(origin: string, lookup?: Lookup): AxiosAdapter {
  const replicas = replicasAt(origin, { connections: CONNECTIONS }, lookup);
  return (config) =>
    replicas.ask(async (replica) => {
      const { statusCode, headers, body } = await replica.request({
        method: config.method!.toUpperCase(),
        path: config.url!,
        headers: config.headers.toJSON() as Record<string, string>,
        body: (config.data as string | undefined) ?? null,
        signal: config.signal as AbortSignal,
      });
      return { status: statusCode, statusText: '', headers, data: await body.text(), config };
    });
}
