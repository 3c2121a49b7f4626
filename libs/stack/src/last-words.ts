import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Enough for an error report of Node or V8, stack included. */
const BYTES = 64 * 1024;

/** The beginning of the line in which Node, V8 and libraries report an error; the lines around it help nobody here. */
const ERROR = /^(\w*Error( \[\w+\])?|error|FATAL ERROR): \S/;

/** Lines that may surround a failure without being related to it. */
const ASIDE = /^(\{.*\}|\(node:\d+\) .*|\(Use `node --trace-\w+ .*|Node\.js v\d.*|\s+at .*)$/;

/**
 * The last output of an ended process beside its log of JSON lines, as far as it explains the end: the last error's
 * first line, or else the last line.
 * @param begin the byte at which this process's part of the log begins.
 */
export function lastWordsIn(logFile: string, begin: number): string | undefined {
  const lines = endOf(logFile, begin)
    .split('\n')
    .filter((line) => line.trim() !== '' && !ASIDE.test(line));
  return (lines.findLast((line) => ERROR.test(line)) ?? lines.at(-1))?.trim();
}

function endOf(file: string, begin: number): string {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const end = Buffer.alloc(Math.max(0, Math.min(size - begin, BYTES)));
    return end.toString('utf8', 0, readSync(descriptor, end, 0, end.length, size - end.length));
  } finally {
    closeSync(descriptor);
  }
}
