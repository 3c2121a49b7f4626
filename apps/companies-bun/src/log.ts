import { type Logger, pino } from 'pino';

export type Log = Logger;

/** What is kept of a log that cannot be written for the moment, because the disk is full (bytes). */
const KEPT_BYTES = 1_024 * 1_024;

/** JSON lines on standard output. A line that cannot be written is kept, and never ends the process. */
export function createLog(level: string): Log {
  const output = pino.destination({ dest: 1, sync: true, minLength: 1, maxLength: KEPT_BYTES });
  output.on('error', () => {});
  output.on('drop', () => output.flush());
  return pino({ name: 'companies', level, base: { name: 'companies', pid: process.pid } }, output);
}
