import { eachOf, residentMiB } from '@jobly/lab/instrument';
import type { Target } from '@jobly/lab/system-under-test';

/** In MiB, by the names of the processes. */
export type ProcessMemory = ReadonlyMap<string, number>;

/** The resident sets of all processes of a stack but the database's. A process that has ended has none. */
export const residentOf = ({ processes }: Target): ProcessMemory =>
  new Map(eachOf(processes!).map(({ name, pid }) => [name, residentMiB(pid) ?? 0]));

/** The memory of one process, or of all of them together (MiB). */
export const sizeOf = (memory: ProcessMemory, process?: string): number =>
  process === undefined ? [...memory.values()].reduce((sum, size) => sum + size, 0) : (memory.get(process) ?? 0);
