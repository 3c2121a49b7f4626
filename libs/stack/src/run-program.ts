import { StartError } from '@jobly/contracts';

/** The exit code of a program that could not do what it was asked to do. */
export const CANNOT_RUN = 2;
const INTERRUPTED = 130;

/**
 * Runs a program of the command line that starts stacks, and ends the process with the exit code that it resolves to. Its
 * signal aborts on SIGINT and SIGTERM; a program that then rejects has stopped what it had started, and the code is 130.
 */
export async function runProgram(main: (signal: AbortSignal) => Promise<number>): Promise<void> {
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interruption.abort());
  try {
    process.exitCode = await main(interruption.signal);
  } catch (error) {
    if (interruption.signal.aborted) {
      console.error('Interrupted; everything that was started has been stopped.');
      process.exitCode = INTERRUPTED;
    } else {
      console.error(error instanceof StartError ? error.message : error);
      process.exitCode = CANNOT_RUN;
    }
  }
}
