/** Why a call to a neighbour gave no usable answer: three different things, none of them "there is no such thing". */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

/** The deadline passed. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/** It answered, but with a status that is no answer to the question. */
export class StatusError extends Error {
  override readonly name = 'StatusError';

  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {
    super(`answered ${status}`);
  }
}
