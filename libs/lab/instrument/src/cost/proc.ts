import { readFileSync } from 'node:fs';
import { databaseTitle, type StackProcesses } from './processes';

/** A backend calls itself "postgres: CLUSTER: USER DATABASE HOST(PORT) what it does", the cluster only if it has a name. */
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

/** The processes a process has started. */
export function childrenOf(pid: number): number[] {
  const children = read(() => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')) ?? '';
  return children.split(' ').filter(Boolean).map(Number);
}

/** Undefined for what is not there: a process that has just ended, or a system without /proc. */
export function read<T>(from: () => T): T | undefined {
  try {
    return from();
  } catch {
    return undefined;
  }
}
