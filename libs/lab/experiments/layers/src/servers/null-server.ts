import { serveFor } from './listen';

/**
 * The cost of HTTP itself: the answer is ready before the request. It is as long as a job with its company, and always
 * the same.
 */
export function serveNothing(): void {
  const body = JSON.stringify({ nothing: 'x'.repeat(300) });
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) };
  serveFor(process, (_request, response) => response.writeHead(200, headers).end(body));
}
