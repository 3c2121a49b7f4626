/** The neighbour could not be reached. Like the two below it never means "there is no such thing". */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

/** The deadline passed. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/** The neighbour answered, but with a status that does not answer the question. */
export class StatusError extends Error {
  override readonly name = 'StatusError';

  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {
    super(`answered ${status}`);
  }
}
