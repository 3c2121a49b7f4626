import { setTimeout as delay } from 'node:timers/promises';
import type { Holdings } from './bring-up';
import { forgetDescription } from './description';
import { forgetProcesses } from './leftovers';
import type { PartProcess } from './part-process';
import type { Plan } from './plan';

/** Ends everything that a start has begun: the parts, then PostgreSQL, then the notes about both. Never rejects. */
export async function takeDown(
  { directory, stopDeadlineMs }: Plan,
  { processes, databases }: Holdings,
  giveBackLock: () => void,
): Promise<void> {
  await endParts(processes, stopDeadlineMs);
  try {
    await (await databases)?.stop();
  } catch {
    // It has not started, or does not stop: the next start on the directory deals with it.
  }
  for (const forget of [() => forgetDescription(directory), () => forgetProcesses(directory), giveBackLock]) {
    try {
      forget();
    } catch {
      // The directory cannot be written to any more: the next start sees that the processes in the notes have ended.
    }
  }
}

/**
 * Ends the parts gracefully: first the public parts, then, once those have finished their requests or half of the time
 * is over, the services behind them. Parts that still run at the deadline are killed.
 */
async function endParts(parts: PartProcess[], deadlineMs: number): Promise<void> {
  const fronts = parts.filter(({ isPublic }) => isPublic);
  const services = parts.filter(({ isPublic }) => !isPublic);
  const deadline = setTimeout(() => signal(parts, 'SIGKILL'), deadlineMs);
  signal(fronts, 'SIGTERM');
  await Promise.race([ended(fronts), delay(deadlineMs / 2, undefined, { ref: false })]);
  signal(services, 'SIGTERM');
  await ended(parts);
  clearTimeout(deadline);
}

const signal = (parts: PartProcess[], name: NodeJS.Signals) => parts.forEach(({ kill }) => kill(name));
const ended = (parts: PartProcess[]) => Promise.all(parts.map(({ exited }) => exited));
