import { currentSpan } from '@jobly/tracing';

/** What is asked of whom, without the values in its path. */
interface Call {
  neighbour: string;
  method: string;
  path: string;
}

/** Sends a request with the trace context for the neighbour, and gives it a span; just sends it where nothing is traced. */
export function inCallSpan<R extends { status: number }>(
  { neighbour, method, path }: Call,
  send: (headers?: Record<string, string>) => Promise<R>,
): Promise<R> {
  const span = currentSpan()?.child('CLIENT', `${method.toUpperCase()} ${path}`, {
    'http.request.method': method.toUpperCase(),
    'service.peer.name': neighbour,
  });
  if (!span) return send();
  return send(span.headers())
    .then(
      (response) => {
        const { status } = response;
        span.note({ 'http.response.status_code': status });
        if (status >= 400) span.fail(`answered ${status}`);
        return response;
      },
      (error: unknown) => {
        span.fail(error);
        throw error;
      },
    )
    .finally(span.end);
}
