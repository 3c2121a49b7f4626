import { Pool } from 'undici';
import { serveFor } from './listen';

/**
 * A proxy before a service: the price of one hop more, of which the gateway makes something. It has no log, limit or
 * deadline, and passes on no headers of requests; its parent sends none that matter, and only reads.
 */
export function serveProxy(): void {
  const service = new Pool(process.env['SERVICE_URL']!, { connections: 64 });
  serveFor(process, (request, response) => {
    void service.stream({ method: 'GET', path: request.url! }, ({ statusCode, headers }) => {
      const { connection: _connection, 'keep-alive': _keepAlive, ...passedOn } = headers;
      return response.writeHead(statusCode, passedOn);
    });
  });
}
