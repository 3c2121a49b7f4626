import { Readable } from 'node:stream';
import { linesIn } from './lines';

/** The lines of a stream with these chunks. */
async function linesOf(...chunks: Buffer[]): Promise<string[]> {
  const lines: string[] = [];
  const stream = Readable.from(chunks, { objectMode: false, highWaterMark: 1 });
  for await (const line of linesIn(stream)) lines.push(line);
  return lines;
}

describe('a line', () => {
  it('ends with a line feed only, or with the text', async () => {
    const text = 'a\u2028b\u2029c\u0085d\n\ne';
    expect(await linesOf(Buffer.from(text))).toEqual(['a\u2028b\u2029c\u0085d', '', 'e']);
  });

  it('is whole wherever a stream is cut, in the middle of a character too', async () => {
    const bytes = Buffer.from('né\u2028\n→o\n');
    expect(await linesOf(...Array.from(bytes, (byte) => Buffer.from([byte])))).toEqual(['né\u2028', '→o']);
  });
});
