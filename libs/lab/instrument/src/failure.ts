/** A foreseeable end of a run, explained in one sentence; anything else that is thrown is a bug of the lab. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** The message of an error, whatever was thrown. */
export const messageOf = (error: unknown) => (error instanceof Error ? error.message || error.name : String(error));
