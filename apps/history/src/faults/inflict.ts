import { setTimeout as delay } from 'node:timers/promises';
import type { StackEvent } from '@jobly/stack';
import type { Fault } from '../record/entries';
import { killFamily, signal } from './processes';

/** The process that each part runs in at the moment, as the stack's events tell. */
export function watchedProcesses() {
  const pids = new Map<string, number>();
  return {
    pids: pids as ReadonlyMap<string, number>,
    onEvent(event: StackEvent): void {
      if (event.type === 'part-ready' || event.type === 'part-restarted') pids.set(event.name, event.pid);
      if (event.type === 'postgres-ready') pids.set('postgres', event.pid);
      if (event.type === 'part-failed') pids.delete(event.name);
    },
  };
}

interface Infliction {
  pids: ReadonlyMap<string, number>;
  /** Milliseconds since the beginning. */
  now: () => number;
  signal: AbortSignal;
  /** Called when a fault has been inflicted, with the time at which it was. */
  onFault: (fault: Fault) => void;
}

/**
 * Inflicts the faults, each at its time; one whose target is down is left out. Resolves when the last is over: nothing
 * is paused then, however it ended.
 */
export async function inflict(faults: Fault[], { pids, now, signal: stop, onFault }: Infliction): Promise<void> {
  const pauses: Promise<void>[] = [];
  for (const fault of faults) {
    await delay(Math.max(0, fault.at - now()), undefined, { signal: stop }).catch(() => {});
    const pid = pids.get(fault.target);
    if (stop.aborted) break;
    if (pid === undefined) continue;
    onFault({ ...fault, at: Math.round(now()) });
    if (fault.does === 'pause') pauses.push(pause(pid, fault.forMs ?? 0, stop));
    else if (fault.target === 'postgres') await killFamily(pid);
    else signal(pid, 'SIGKILL');
  }
  await Promise.all(pauses);
}

async function pause(pid: number, forMs: number, stop: AbortSignal): Promise<void> {
  if (!signal(pid, 'SIGSTOP')) return;
  await delay(forMs, undefined, { signal: stop }).catch(() => {});
  signal(pid, 'SIGCONT');
}
