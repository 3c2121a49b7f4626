import type { Readable } from 'node:stream';

const LINES = 20;
const CHARACTERS = 8_192;

/** Reads a stream of text to its end, and keeps the last of it. */
export function lastLinesOf(stream: Readable | null): () => string[] {
  let text = '';
  stream?.setEncoding('utf8').on('data', (more: string) => {
    text = (text + more).slice(-CHARACTERS);
  });
  const lines = () => text.split('\n').filter((line) => line.trim() !== '');
  return () => lines().slice(-LINES);
}
