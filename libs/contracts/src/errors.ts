/** Why a request could not be served, in the application's words; HTTP statuses stand only at the edges. */
export type ProblemKind =
  | 'invalid'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'method-not-allowed'
  | 'conflict'
  | 'too-large'
  | 'unsupported-media-type'
  | 'key-reused'
  | 'too-many-requests'
  | 'unavailable'
  | 'outcome-unknown';

interface ProblemOptions {
  /** Seconds after which trying again makes sense. */
  retryAfter?: number;
  cause?: unknown;
}

/** The one typed error of the application. Anything else that is thrown is a bug and becomes a 500. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly retryAfter: number | undefined;

  constructor(
    readonly kind: ProblemKind,
    /** The message for the caller; for validation failures an array, one sentence per problem. */
    readonly detail: string | string[],
    options: ProblemOptions = {},
  ) {
    super(Array.isArray(detail) ? detail.join('; ') : detail, { cause: options.cause });
    this.retryAfter = options.retryAfter;
  }
}

export const invalid = (detail: string | string[], cause?: unknown) => new Problem('invalid', detail, { cause });
export const unauthorized = (detail = 'Unauthorized') => new Problem('unauthorized', detail);
export const forbidden = (detail = 'Forbidden') => new Problem('forbidden', detail);
export const notFound = (detail = 'Not found') => new Problem('not-found', detail);
export const conflict = (detail: string, cause?: unknown) => new Problem('conflict', detail, { cause });
/** An Idempotency-Key that the caller has used for another request. */
export const keyReused = () => new Problem('key-reused', 'This Idempotency-Key was used for another request already');
export const tooManyRequests = (detail: string, retryAfter: number) =>
  new Problem('too-many-requests', detail, { retryAfter });

/** Something this request needs is down. Never to be confused with "there is no such thing". */
export const unavailable = (what: string, cause?: unknown) =>
  new Problem('unavailable', `${what} is unavailable at the moment; please try again`, { retryAfter: 1, cause });

/** The answer did not come, or broke off, and what was asked may have been done: to ask again may do it twice. */
export const outcomeUnknown = (what: string, cause?: unknown) =>
  new Problem('outcome-unknown', `${what} did not answer; what was asked may have been done all the same`, { cause });

/** It is done here, and what has to follow elsewhere does so later. To ask again would only find it done. */
export const unsettled = (detail: string) => new Problem('outcome-unknown', detail);

/** The reason why a process cannot start, in one sentence for the person who started it. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
