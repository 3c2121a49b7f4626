import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';

/**
 * The lines of a stream in UTF-8, read as they are asked for. Line feeds end them, and nothing else: `node:readline`
 * also breaks at U+2028 and U+2029, which JSON has within strings.
 */
export async function* linesIn(stream: Readable): AsyncGenerator<string> {
  let line = '';
  for await (const chunk of stream.setEncoding('utf8') as AsyncIterable<string>) {
    const [end = '', ...others] = chunk.split('\n');
    line += end;
    for (const other of others) {
      yield line;
      line = other;
    }
  }
  if (line !== '') yield line;
}

/** The lines of a file; none if there is no such file. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  try {
    yield* linesIn(createReadStream(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
