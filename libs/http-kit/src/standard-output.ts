import { type DestinationStream, pino } from 'pino';

/** What is kept of a log that cannot be written for the moment (bytes). */
const KEPT_BYTES = 1_024 * 1_024;

/**
 * Standard output for a log that must not stop its process, whose output may be a file on a disk that is full. pino's own
 * lets the failure end the process, which then waits for the disk to take its last lines. Here lines are kept, and each
 * further one is an attempt to write them; what is too much to keep is lost. Nobody waits for them at the end.
 */
export function standardOutput(fd: number = process.stdout.fd): DestinationStream {
  // It flushes only what may wait for a length.
  const output = pino.destination({ dest: fd, sync: true, minLength: 1, maxLength: KEPT_BYTES });
  output.on('error', () => {});
  output.on('drop', () => output.flush());
  return output;
}
