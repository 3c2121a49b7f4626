import { setTimeout as pause } from 'node:timers/promises';
import type { Reply } from './api';
import { capabilities } from './target';

const DEADLINE_MS = { immediate: 0, eventual: 10_000 };
const BETWEEN_READS_MS = 25;

/**
 * Reads until the check holds, within the time that the declared cascade allows: for an immediate one the first read
 * has to pass. A server error fails at once.
 */
export async function eventually(read: () => PromiseLike<Reply>, check: (response: Reply) => void) {
  const deadline = performance.now() + DEADLINE_MS[capabilities.cascade];
  for (;;) {
    const response = await read();
    if (response.status >= 500) throw new Error(`The server answered ${response.status}: ${response.text}`);
    try {
      check(response);
      return;
    } catch (failure) {
      if (performance.now() >= deadline) throw failure;
    }
    await pause(BETWEEN_READS_MS);
  }
}
