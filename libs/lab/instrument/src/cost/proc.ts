import { readFileSync } from 'node:fs';
import { databaseTitle, type StackProcesses } from './processes';

/**
 * A backend's title is "postgres: CLUSTER: USER DATABASE HOST(PORT) activity", with the cluster only if it has a name.
 */
const BACKEND = /^postgres: (?:\S+: )?\S+ (\S+) \S+\(\d+\)/;

/** The backends of the databases. */
export function backendsOf({ pid, databases }: Required<StackProcesses>['postgres']): { name: string; pid: number }[] {
  return childrenOf(pid).flatMap((child) => {
    const title = read(() => readFileSync(`/proc/${child}/cmdline`, 'utf8')) ?? '';
    const database = BACKEND.exec(title)?.[1];
    return database !== undefined && databases.includes(database)
      ? [{ name: databaseTitle(database), pid: child }]
      : [];
  });
}

/** The children of a process. */
export function childrenOf(pid: number): number[] {
  const children = read(() => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')) ?? '';
  return children.split(' ').filter(Boolean).map(Number);
}

/** These processes and all their descendants. */
export function familyOf(roots: readonly number[]): ReadonlySet<number> {
  const family = new Set(roots);
  // A set visits what is added to it meanwhile.
  for (const pid of family) childrenOf(pid).forEach((child) => family.add(child));
  return family;
}

/** Whether there is such a process, whoever's it is. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Undefined for a missing file: the process has just ended, or the system has no /proc. */
export function read<T>(from: () => T): T | undefined {
  try {
    return from();
  } catch {
    return undefined;
  }
}
