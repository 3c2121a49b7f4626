import type { Tracing } from '@jobly/tracing';
import type { Request, RequestHandler } from 'express';
import { currentRequestId } from './request-context';

/** Asked every few seconds, by machines. */
const NOT_TRACED = /^\/(health\/|metrics$)/;

/** Gives every request a span, which is the parent of whatever is done for it; belongs behind `requestContext`. */
export const requestSpan =
  (tracing: Tracing): RequestHandler =>
  (request, response, next) => {
    const { method, path, headers } = request;
    const span = NOT_TRACED.test(path) ? undefined : tracing.begin('SERVER', method, headers, aboutOf(request));
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
