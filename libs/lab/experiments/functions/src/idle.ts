import { setTimeout as delay } from 'node:timers/promises';
import { cpuTimes, type StackProcesses } from '@jobly/lab/instrument';
import { cpuOf, memoryOf } from './family';

/** What processes hold while nobody asks for anything. */
export interface Idle {
  /** To PostgreSQL, of all together. */
  connections: number;
  /** The memory of each (MiB). */
  memoryMiB: number[];
  /** The CPU time of each (ms/s). */
  cpu: number[];
}

/** How long they are watched (ms): longer than a pool keeps a connection that is not used (60 s). */
export const WATCHED_MS = 70_000;

/** Watches processes, and sees at the end what they hold. */
export async function idling(pids: readonly number[], connections: () => number): Promise<Idle> {
  const before = pids.map(cpuOf);
  const begin = performance.now();
  await delay(WATCHED_MS);
  const seconds = (performance.now() - begin) / 1_000;
  return {
    connections: connections(),
    cpu: pids.map((pid, index) => (cpuOf(pid) - before[index]!) / seconds),
    memoryMiB: pids.flatMap((pid) => memoryOf(pid) ?? []),
  };
}

/** The same of a server. */
export const idleServer = ({ pids, postgres }: Required<StackProcesses>): Promise<Idle> =>
  idling(Object.values(pids).flat(), () => cpuTimes({ pids: {}, postgres })?.size ?? 0);
