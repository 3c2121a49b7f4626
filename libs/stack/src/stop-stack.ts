import { resolve } from 'node:path';
import { StartError } from '@jobly/contracts';
import { forgetDescription, partsIn } from './description';
import { endLeftovers, forgetProcesses, haveEnded, leftoversIn } from './leftovers';
import { holderOf } from './lock';
import { stillRuns } from './process-identity';
import type { PartName } from './topology';

/** Longer than any start gives its parts and PostgreSQL, the longest DRAIN_MS for both sides included. */
const STOP_WITHIN_MS = 180_000;

/** What is left behind by a start that was killed ends by itself; this long it may take. */
const GRACE_MS = 10_000;

/** What ran: the parts as far as they were ready, or only what a start that was killed had left behind. */
export interface Stopped {
  parts: (PartName | 'postgres')[];
  leftovers: number[];
}

/**
 * Has the stack that runs on a directory stop, whoever started it, and waits until all of it is down.
 * @returns undefined where nothing ran.
 * @throws StartError where it cannot be stopped.
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
    // One that was killed, and what it had started, has ended by itself.
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
