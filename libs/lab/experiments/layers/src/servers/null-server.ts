import { serveFor } from './listen';

/** What HTTP itself costs: the answer is there before the question. As long as a job with its company, but always one. */
export function serveNothing(): void {
  const body = JSON.stringify({ nothing: 'x'.repeat(300) });
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) };
  serveFor(process, (_request, response) => response.writeHead(200, headers).end(body));
}
