import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Enough for a report of Node's or V8's, stack included. */
const BYTES = 64 * 1024;

/** How Node, V8 and libraries begin the line that says what went wrong; what they print around it helps nobody here. */
const ERROR = /^(\w*Error( \[\w+\])?|error|FATAL ERROR): \S/;

/** What may be said before and after a failure without having to do with it. */
const ASIDE = /^(\{.*\}|\(node:\d+\) .*|\(Use `node --trace-\w+ .*|Node\.js v\d.*|\s+at .*)$/;

/**
 * What a process that has ended wrote last beside its log of JSON lines, as far as it says why: the last error's first
 * line, or whatever the last line is.
 */
export function lastWordsIn(logFile: string): string | undefined {
  const lines = endOf(logFile)
    .split('\n')
    .filter((line) => line.trim() !== '' && !ASIDE.test(line));
  return (lines.findLast((line) => ERROR.test(line)) ?? lines.at(-1))?.trim();
}

function endOf(file: string): string {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const end = Buffer.alloc(Math.min(size, BYTES));
    return end.toString('utf8', 0, readSync(descriptor, end, 0, end.length, size - end.length));
  } finally {
    closeSync(descriptor);
  }
}
