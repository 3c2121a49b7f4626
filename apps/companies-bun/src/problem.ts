/** Why a request could not be served: the status of the contract, and its message. Anything else thrown is a bug. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    /** For the caller; an array, one sentence per problem, if the request breaks rules. */
    readonly detail: string | string[],
    /** `headers` go out with the answer; `cause` is what to log. */
    readonly more: { headers?: Record<string, string>; cause?: unknown } = {},
  ) {
    super([detail].flat().join('; '), { cause: more.cause });
  }
}

export const invalid = (detail: string | string[]) => new Problem(400, detail);
export const unauthorized = () => new Problem(401, 'Unauthorized', { headers: { 'WWW-Authenticate': 'Bearer' } });
export const forbidden = () => new Problem(403, 'Forbidden');
export const notFound = (detail = 'Not found') => new Problem(404, detail);
export const tooLarge = () => new Problem(413, 'The body must not exceed 100kb');
export const unsupported = (detail: string) => new Problem(415, detail);

/** Nothing has been done, and nothing will be. */
export const unavailable = (what: string, cause?: unknown) =>
  new Problem(503, `${what} is unavailable at the moment; please try again`, {
    headers: { 'Retry-After': '1' },
    cause,
  });

/** The answer did not come, and what was asked may have been done. */
export const outcomeUnknown = (what: string, cause: unknown) =>
  new Problem(504, `${what} did not answer; what was asked may have been done all the same`, { cause });

/** The reason why the process cannot start, in one sentence for the person who started it. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
