import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, platform } from 'node:os';
import { childrenOf, read } from './proc';
import { eachOf, type StackProcesses } from './processes';
import { Failure } from '../failure';

/**
 * Whether processes can be confined to some of the CPUs, with one left over for the load generator: on Linux with
 * util-linux.
 */
export const canConfine = (cpus: number): boolean =>
  platform() === 'linux' && availableParallelism() > cpus && spawnSync('taskset', ['--version']).status === 0;

/** The processes' CPUs: this many of them, or all. */
export interface Confined {
  cpus?: number;
}

/**
 * Moves all processes of all stacks, PostgreSQL's included, to the CPUs of one configuration after the other.
 * @throws Failure for a process that stays where it was, because CPUs must not be called equal unless they are
 */
export function createConfinement(stacks: readonly StackProcesses[]): (configuration: Confined) => void {
  let confined = false;
  return ({ cpus }) => {
    if (stacks.length > 0 && (confined || cpus !== undefined)) confine(stacks, cpus);
    confined = cpus !== undefined;
  };
}

/** Confines them to the first `cpus` CPUs; undefined lifts the confinement. */
function confine(stacks: readonly StackProcesses[], cpus: number | undefined): void {
  const allowed = allowedIn(readFileSync('/proc/self/status', 'utf8'));
  const list = cpus === undefined ? allowed : listed(allowed).slice(0, cpus).join(',');
  const postmasters = stacks.flatMap(({ postgres }) => postgres?.pid ?? []);
  // The postmaster before its children, so that no child is forked unconfined.
  const pids = new Set([...stacks.flatMap(eachOf).map(({ pid }) => pid), ...postmasters]);
  for (const pid of pids) move(pid, list);
  for (const pid of new Set(postmasters.flatMap(childrenOf))) move(pid, list);
}

function move(pid: number, list: string): void {
  spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', list, String(pid)], { stdio: 'ignore' });
  const threads = read(() => readdirSync(`/proc/${pid}/task`)) ?? [];
  const isElsewhere = threads.some((thread) => {
    const status = read(() => readFileSync(`/proc/${pid}/task/${thread}/status`, 'utf8'));
    return status !== undefined && String(listed(allowedIn(status))) !== String(listed(list));
  });
  if (isElsewhere) throw new Failure(`The process ${pid} cannot be kept to the CPUs ${list}.`);
}

/** From the status of a thread in /proc. */
const allowedIn = (status: string) => status.match(/^Cpus_allowed_list:\s*(\S+)$/m)![1]!;

/** "0-2,5" as 0, 1, 2, 5. */
function listed(ranges: string): number[] {
  return ranges.split(',').flatMap((range) => {
    const [first, last = first] = range.split('-').map(Number) as [number, number?];
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
