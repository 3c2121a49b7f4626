import { type ActiveSpan, currentSpan } from '@jobly/tracing';
import type { Dispatcher } from 'undici';
import { without } from './headers';

/** Begins the span of an attempt to forward the current request; undefined where nothing is traced. */
export const attemptSpan = ({ method }: Dispatcher.DispatchOptions, service: string): ActiveSpan | undefined =>
  currentSpan()?.child('CLIENT', `${method} to ${service}`, {
    'http.request.method': method,
    'service.peer.name': service,
  });

/** The same request with the trace context of this span, in place of the one that the client may have sent. */
export function carrying(span: ActiveSpan, options: Dispatcher.DispatchOptions): Dispatcher.DispatchOptions {
  const given = without('tracestate', without('traceparent', options.headers as string[]));
  return { ...options, headers: [...given, ...Object.entries(span.headers()).flat()] };
}

/** What the service has answered. */
export function noteStatus(span: ActiveSpan, status: number): void {
  span.note({ 'http.response.status_code': status });
  if (status >= 500) span.fail(`answered ${status}`);
}
