import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A mounted hierarchy of control groups. */
export interface Hierarchy {
  mount: string;
  /** The directory of the lab's own group in it. */
  own: string;
}

/** Where the groups of a controller of version 1 are, or those of version 2. */
export function hierarchyOf(controller: 'cpu' | 'cpuacct' | 'version 2'): Hierarchy | undefined {
  const isUnified = controller === 'version 2';
  const type = isUnified ? 'cgroup2' : 'cgroup';
  // "31 30 0:28 ROOT MOUNT rw - TYPE cgroup rw,cpu", see proc_pid_mountinfo(5)
  for (const line of readFileSync('/proc/self/mountinfo', 'utf8').split('\n')) {
    const [before, after] = line.split(' - ');
    const [, , , root, mount] = before!.split(' ');
    const [found, , options] = after?.split(' ') ?? [];
    if (found !== type || !(isUnified || options!.split(',').includes(controller))) continue;
    return { mount: mount!, own: join(mount!, inside(root!, groupOf('self', isUnified ? '' : controller))) };
  }
  return undefined;
}

/** The path of a process's group within a hierarchy, see cgroups(7): "1:cpu,cpuacct:/user.slice". */
export function groupOf(pid: number | 'self', controller: string): string {
  const lines = readFileSync(`/proc/${pid}/cgroup`, 'utf8').split('\n');
  const found = lines
    .map((line) => /^\d+:([^:]*):(.*)$/.exec(line))
    .find((one) => one?.[1]!.split(',').includes(controller));
  return found?.[2] ?? '/';
}

/** In a container, only a part of the hierarchy is mounted, and the group's path may begin above it. */
function inside(root: string, path: string): string {
  const within = relative(root, path);
  return within.startsWith('..') ? '' : within;
}
