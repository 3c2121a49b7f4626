/** What scripts of other origins may read of an answer, beside its body (CORS). */
export const EXPOSED_HEADERS = ['X-Request-Id', 'Retry-After'];
