import { request as httpRequest, type Agent, type IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import { baseUrl } from './target';

interface RawRequest {
  method?: string;
  /** Sent as it stands: clients, supertest included, tidy up `..` and `//` before the server could see them. */
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** The address the request comes from. */
  localAddress?: string | undefined;
  agent?: Agent;
}

interface RawResponse {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** A request to the server under test, exactly as written. */
export function rawRequest({ path, body, ...options }: RawRequest): Promise<RawResponse> {
  const { protocol, hostname, port, pathname } = new URL(baseUrl);
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
