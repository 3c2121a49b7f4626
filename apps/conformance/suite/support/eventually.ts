import { setTimeout as pause } from 'node:timers/promises';
import type { Reply } from './api';
import { capabilities } from './target';

type Read = () => PromiseLike<Reply>;
type Check = (response: Reply) => void;

const DEADLINE_MS = { immediate: 0, eventual: 10_000 };
const BETWEEN_READS_MS = 25;

/**
 * Reads until the check holds, within the time that the declared cascade allows: for an immediate one the first read
 * has to pass. A server error fails at once.
 */
export const eventually = (read: Read, check: Check) => readUntil(DEADLINE_MS[capabilities.cascade], read, check);

/** The same, within the time for which another service's records may be shown as they were. */
export const onceFresh = (read: Read, check: Check) => readUntil(capabilities.staleFor * 1_000, read, check);

async function readUntil(ms: number, read: Read, check: Check) {
  const deadline = performance.now() + ms;
  for (;;) {
    const isLast = performance.now() >= deadline;
    const response = await read();
    if (response.status >= 500) throw new Error(`The server answered ${response.status}: ${response.text}`);
    try {
      check(response);
      return;
    } catch (failure) {
      if (isLast) throw failure;
    }
    await pause(BETWEEN_READS_MS);
  }
}
