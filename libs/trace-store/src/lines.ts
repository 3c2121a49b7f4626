import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** The lines of a file, read as they are asked for; none if there is no such file. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  try {
    yield* createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
