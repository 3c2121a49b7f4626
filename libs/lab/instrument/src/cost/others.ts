import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { familyOf, read } from './proc';

/** The kernel reports CPU time in hundredths of a second, whatever the rate of its own clock. */
const TICK_MS = 10;

/** The CPU time that this machine and the lab have used so far, in ms, at one moment. */
export interface MachineTimes {
  /** On the clock of `performance.now()`. */
  atMs: number;
  cpus: number;
  /** By everything on all CPUs, including the time that a hypervisor has stolen from them. */
  busyMs: number;
  stolenMs: number;
  /** By the lab's own processes, including those that have ended. */
  ownMs: number;
}

/**
 * Reads the CPU time of the machine, and that of the lab: this process, the given ones, and all their descendants.
 *
 * @returns undefined if the operating system does not tell (anything but Linux)
 */
export function machineTimes(also: readonly number[] = []): MachineTimes | undefined {
  const stat = read(() => readFileSync('/proc/stat', 'utf8'));
  if (stat === undefined) return undefined;
  const ticks = stat.split('\n', 1)[0]!.trim().split(/\s+/).slice(1).map(Number);
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, stolen = 0] = ticks;
  const own = [...ownProcesses(also)].reduce((sum, pid) => sum + (cpuTimeOf(pid) ?? 0), 0);
  return {
    atMs: performance.now(),
    cpus: stat.match(/^cpu\d/gm)!.length,
    busyMs: (user + nice + system + irq + softirq + stolen) * TICK_MS,
    stolenMs: stolen * TICK_MS,
    ownMs: own,
  };
}

/**
 * The share of all CPUs' time between two readings that went to others than the lab. A reading is exact to about 20 ms,
 * so a single short block may even yield less than nothing; means over many blocks are exact.
 */
export function othersBetween(before: MachineTimes | undefined, after: MachineTimes | undefined): number | null {
  if (!before || !after) return null;
  return (after.busyMs - before.busyMs - (after.ownMs - before.ownMs)) / capacityBetween(before, after);
}

const capacityBetween = (before: MachineTimes, after: MachineTimes) => (after.atMs - before.atMs) * after.cpus;

/** Whatever else used this machine for a while. */
export interface Others {
  /** The share of all CPUs' time that a hypervisor gave to other machines. */
  stolen: number;
  /** The busiest processes, in descending order. */
  busiest: { name: string; pid: number }[];
}

/** More would not help anybody to find the culprit. */
const NAMED = 3;

/** Begins to watch all processes of this machine that are not the lab's; call the result to learn who was busy. */
export function watchOthers(also: readonly number[] = []): () => Others {
  const before = processTimes();
  const machineBefore = machineTimes(also);
  return () => {
    const own = ownProcesses(also);
    const used = [...processTimes()].flatMap(([pid, ms]) =>
      own.has(pid) ? [] : [{ pid, ms: ms - (before.get(pid) ?? 0) }],
    );
    const busiest = used
      .filter(({ ms }) => ms > 0)
      .sort((one, other) => other.ms - one.ms)
      .slice(0, NAMED)
      .map(({ pid }) => ({ name: nameOf(pid), pid }));
    const machineAfter = machineTimes(also);
    if (!machineBefore || !machineAfter) return { stolen: 0, busiest };
    const stolenMs = machineAfter.stolenMs - machineBefore.stolenMs;
    return { stolen: stolenMs / capacityBetween(machineBefore, machineAfter), busiest };
  };
}

const ownProcesses = (also: readonly number[]) => familyOf([process.pid, ...also]);

function processTimes(): Map<number, number> {
  const pids = (read(() => readdirSync('/proc')) ?? []).map(Number).filter(Number.isInteger);
  return new Map(
    pids.flatMap((pid) => {
      const ms = cpuTimeOf(pid);
      return ms === undefined ? [] : [[pid, ms]];
    }),
  );
}

/** In ms, with that of its children that have ended, so that nothing is lost when one ends (see proc(5)). */
function cpuTimeOf(pid: number): number | undefined {
  const stat = read(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // "123 (a name) S …": the name may contain anything, parentheses and spaces included.
  const ticks = stat
    ?.slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 15);
  return ticks?.reduce((sum, value) => sum + Number(value) * TICK_MS, 0);
}

/** The program, not its arguments, which may hold secrets; a thread of the kernel has neither. */
function nameOf(pid: number): string {
  const program = read(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))?.split(/[\0 ]/, 1)[0];
  return program ? basename(program) : (read(() => readFileSync(`/proc/${pid}/comm`, 'utf8')) ?? 'ended').trim();
}
