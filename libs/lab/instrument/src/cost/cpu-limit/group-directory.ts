import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, read } from '../proc';

const PREFIX = 'jobly-lab-';

let made = 0;

/** A name of the lab's own, by which the next run finds what a killed one has left behind. */
export const newGroupName = () => `${PREFIX}${process.pid}-${++made}`;

/**
 * Makes a directory within another, which the kernel takes for a new group. Processes in groups that killed runs have left
 * there move to the lab's own group: the parent may be one that takes no processes.
 */
export function makeGroup(parent: string, name: string, own: string): string {
  removeLeftovers(parent, own);
  const path = join(parent, name);
  mkdirSync(path);
  return path;
}

/** Puts a process into a group; nothing happens if it has ended. */
export function enterGroup(path: string, pid: number): void {
  try {
    writeFileSync(join(path, 'cgroup.procs'), String(pid));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Moves what is left in a group to another one, and removes it. */
export function removeGroup(path: string, to: string): void {
  const left = read(() => readFileSync(join(path, 'cgroup.procs'), 'utf8')) ?? '';
  // A process of another container is shown as 0, which would mean this process.
  for (const pid of left.split('\n').map(Number)) if (pid > 0) read(() => enterGroup(to, pid));
  read(() => rmdirSync(path));
}

/** Removes the groups of runs that were killed. */
function removeLeftovers(parent: string, own: string): void {
  for (const name of readdirSync(parent)) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-\\d+$`).exec(name)?.[1]);
    if (pid > 0 && !isAlive(pid)) removeGroup(join(parent, name), own);
  }
}
