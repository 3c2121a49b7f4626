import { request as httpRequest, type Agent, type IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import { baseUrl } from './target';

interface RawRequest {
  method?: string;
  /** Sent unchanged: clients, supertest included, normalise `..` and `//` before the server sees them. */
  path: string;
  /** A list is sent as several headers. */
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
  /** The address that the request comes from. */
  localAddress?: string | undefined;
  agent?: Agent;
  /** The URL of the process; the server under test by default. */
  url?: string;
}

interface RawResponse {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** A request, exactly as written. */
export function rawRequest({ path, body, url = baseUrl, ...options }: RawRequest): Promise<RawResponse> {
  const { protocol, hostname, port, pathname } = new URL(url);
  const request = protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    request({ hostname: hostname.replace(/[[\]]/g, ''), port, path: pathname.replace(/\/$/, '') + path, ...options })
      .on('error', reject)
      .on('response', (response) => {
        text(response).then((content) => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text: content });
        }, reject);
      })
      .end(body);
  });
}
