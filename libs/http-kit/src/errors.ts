import { Problem, type ProblemKind, invalid, notFound } from '@jobly/contracts';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';

/** The one place where the application's errors become HTTP. */
export const STATUS: Record<ProblemKind, number> = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'key-reused': 422,
  'too-many-requests': 429,
  unavailable: 503,
  'outcome-unknown': 504,
};

/** Translates a foreign error (a database's, for instance) into a Problem; undefined for unknown errors. */
export type Translate = (error: unknown) => Problem | undefined;

/**
 * Answers every error in the contract's shape. Anything that is not a Problem is our bug: it is logged in full and
 * answered with 500.
 */
export function errorHandler(log: Logger, translate: Translate): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const problem = error instanceof Problem ? error : (translate(error) ?? requestProblem(error));
    const requestId = response.getHeader('X-Request-Id');
    if (!problem) log.error({ err: error, requestId }, 'unexpected error');
    // What has no cause, this process has decided itself: its metrics count that, and at overload a log would add to it.
    else if (STATUS[problem.kind] >= 500 && problem.cause !== undefined)
      log.warn({ err: problem, requestId }, problem.kind);

    if (response.headersSent) {
      next(error);
      return;
    }
    if (problem?.kind === 'unauthorized') response.setHeader('WWW-Authenticate', 'Bearer');
    if (problem?.retryAfter !== undefined) response.setHeader('Retry-After', problem.retryAfter);
    const status = problem ? STATUS[problem.kind] : 500;
    response.status(status).json(errorBody(problem?.detail ?? 'Internal server error', status));
  };
}

/** The contract's error body. */
export const errorBody = (message: string | string[], status: number) => ({ error: { message, status } });

export const noSuchPath: RequestHandler = () => {
  throw notFound();
};

/** Express marks a malformed URL (bad percent-encoding) as a 400. */
function requestProblem(error: unknown): Problem | undefined {
  return error instanceof URIError ? invalid('The path is not validly encoded', error) : undefined;
}

/** PostgreSQL cannot store NUL, so no name of anything contains one. */
export const refuseNul: RequestHandler = (request, _response, next) => {
  if (request.path.includes('%00')) throw invalid('The path must not contain NUL characters');
  next();
};

/** HTTP/1.1 wants the header in every request (RFC 9112, 3.2). */
export const requireHost: RequestHandler = (request, _response, next) => {
  if (request.httpVersion === '1.1' && request.headers.host === undefined) throw invalid('The Host header is missing');
  next();
};
