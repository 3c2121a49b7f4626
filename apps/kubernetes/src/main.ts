import { StartError } from '@jobly/contracts';
import { createProgram } from './program';

const INTERRUPTED = 130;

/** The exit code if nothing could be tried; 1 means that a check or a test has failed. */
const CANNOT_RUN = 2;

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interruption.abort());

try {
  await createProgram(interruption.signal).parseAsync();
} catch (error) {
  if (interruption.signal.aborted) {
    console.error(error instanceof StartError ? error.message : 'Interrupted.');
    process.exitCode = INTERRUPTED;
  } else {
    // Not the error itself: a command's error holds all of its output, which may contain secrets.
    console.error(error instanceof StartError ? error.message : (error as Error).stack);
    process.exitCode = CANNOT_RUN;
  }
}
