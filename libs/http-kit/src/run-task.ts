import { giveUp, tellParent } from './parent-process';

/**
 * Runs a process that does one thing and ends, and tells a parent process the result. A failure ends it with one sentence
 * and exit code 1.
 */
export async function runTask(work: () => Promise<object>): Promise<void> {
  try {
    await tellParent({ done: await work() });
  } catch (error) {
    await giveUp(error);
  }
  if (process.connected) process.disconnect();
}
