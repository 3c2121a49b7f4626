import { resolve } from 'node:path';
import { StartError } from '@jobly/contracts';
import { forgetDescription, partsIn } from './description';
import { endLeftovers, forgetProcesses, haveEnded, leftoversIn } from './leftovers';
import { holderOf } from './lock';
import { stillRuns } from './process-identity';
import type { PartName } from './topology';

/** Longer than any start gives its parts and PostgreSQL, including the longest DRAIN_MS for both sides. */
const STOP_WITHIN_MS = 180_000;

/** The time in which the remains of a killed start end by themselves. */
const GRACE_MS = 10_000;

/** The stopped parts: those that were ready, or only the remains of a killed start. */
export interface Stopped {
  parts: (PartName | 'postgres')[];
  leftovers: number[];
}

/**
 * Stops the stack that runs on a directory, whoever started it, and waits until all of it is down.
 * @returns undefined if nothing ran.
 * @throws StartError if it cannot be stopped.
 */
export async function stopStack(dataDirectory: string): Promise<Stopped | undefined> {
  const directory = resolve(dataDirectory);
  const holder = holderOf(directory);
  const running = holder && stillRuns(holder) ? holder : undefined;
  const leftovers = leftoversIn(directory);
  const forget = () => {
    forgetDescription(directory);
    forgetProcesses(directory);
  };
  if (!running && leftovers.length === 0) {
    // The holder was killed, and everything that it had started has ended by itself.
    if (holder) forget();
    return undefined;
  }

  const stopped = running
    ? { parts: partsIn(directory), leftovers: [] }
    : { parts: [], leftovers: leftovers.map(({ pid }) => pid) };
  if (running) {
    request(running.pid);
    if (!(await haveEnded([running], STOP_WITHIN_MS))) {
      const { pid } = running;
      throw new StartError(
        `Jobly (pid ${pid}) has not stopped within ${STOP_WITHIN_MS / 1_000} s; end it with "kill -9 ${pid}".`,
      );
    }
  }
  await endLeftovers(leftoversIn(directory), GRACE_MS);
  forget();
  return stopped;
}

function request(pid: number): void {
  try {
    process.kill(pid, 'SIGTERM');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ESRCH') return;
    const why = code === 'EPERM' ? 'it belongs to another user' : message;
    throw new StartError(`Jobly (pid ${pid}) cannot be stopped: ${why}.`, { cause: error });
  }
}
