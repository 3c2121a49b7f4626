import type { SpanAttributes, Tracing } from '@jobly/tracing';
import type { Request, RequestHandler } from 'express';
import { currentRequestId } from './request-context';

/** Asked every few seconds, by machines. */
const NOT_TRACED = /^\/(health\/|metrics$)/;

/**
 * Gives every request a span, which is the parent of whatever is done for it; belongs behind `requestContext`. One of
 * the public begins a trace, and only notes what the client says of its own: a client chooses neither the trace nor
 * whether there is one (https://www.w3.org/TR/trace-context/#mutating-the-traceparent-field, "restart trace").
 */
export const requestSpan =
  (tracing: Tracing, isPublic: boolean): RequestHandler =>
  (request, response, next) => {
    const { method, path, headers } = request;
    const about = { ...aboutOf(request), ...(isPublic && clientTraceOf(request)) };
    const span = NOT_TRACED.test(path) ? undefined : tracing.begin('SERVER', method, isPublic ? {} : headers, about);
    if (!span) {
      next();
      return;
    }
    response.once('close', () => {
      const { path: route } = (request.route as { path: string } | undefined) ?? {};
      if (route !== undefined) {
        span.rename(`${method} ${route}`);
        span.note({ 'http.route': route });
      }
      const { statusCode } = response;
      span.note({ 'http.response.status_code': statusCode });
      if (!response.writableFinished) span.fail('The client has gone, or the answer broke off');
      else if (statusCode >= 500) span.fail(`answered ${statusCode}`);
      span.end();
    });
    span.run(next);
  };

/** No query values: they are not logged either. */
const aboutOf = ({ method, path }: Request) => ({
  'http.request.method': method,
  'url.path': path,
  'jobly.request_id': currentRequestId()!,
});

const clientTraceOf = ({ headers: { traceparent } }: Request): SpanAttributes =>
  traceparent === undefined ? {} : { 'jobly.client_traceparent': String(traceparent) };
