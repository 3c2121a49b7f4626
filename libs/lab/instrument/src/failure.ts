/** A foreseeable end of a run, said in one sentence; anything else that is thrown is a bug of the lab. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** What an error says, whatever was thrown. */
export const messageOf = (error: unknown) => (error instanceof Error ? error.message || error.name : String(error));
