import { readFileSync } from 'node:fs';
import { backendsOf, read } from './proc';
import { databaseTitle, eachOf, type StackProcesses } from './processes';

export interface PeakMemory {
  process: string;
  peakMiB: number;
}

/**
 * The peak resident set of each process of a stack. For the backends of a database it is their current private memory,
 * because each resident set would include PostgreSQL's shared buffers. The peaks may be at different times, so their
 * sum is an upper bound.
 *
 * @returns nothing if the operating system does not tell (anything but Linux)
 */
export function peakMemory(stack: StackProcesses): PeakMemory[] {
  const { postgres } = stack;
  const own = [...Map.groupBy(eachOf(stack), ({ name }) => name)].flatMap(([process, alike]) => {
    const peaks = alike.flatMap(({ pid }) => kibOf(pid, 'VmHWM') ?? []);
    return peaks.length === 0 ? [] : [{ process, peakMiB: peaks.reduce((sum, peak) => sum + peak, 0) / 1024 }];
  });
  if (!postgres || own.length === 0) return own;
  const backends = backendsOf(postgres);
  const databases = postgres.databases.map((database) => {
    const ofDatabase = backends.filter(({ name }) => name === databaseTitle(database));
    const kib = ofDatabase.reduce((sum, { pid }) => sum + (kibOf(pid, 'RssAnon') ?? 0), 0);
    return { process: databaseTitle(database), peakMiB: kib / 1024 };
  });
  return [...own, ...databases];
}

/** The resident set of a process now; undefined if it has ended, or the operating system does not tell. */
export function residentMiB(pid: number): number | undefined {
  const kib = kibOf(pid, 'VmRSS');
  return kib === undefined ? undefined : kib / 1024;
}

/**
 * The proportional set of a process now, in which a page counts in parts to all that share it; undefined if it has ended,
 * or the operating system does not tell.
 */
export function proportionalMiB(pid: number): number | undefined {
  const rollup = read(() => readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  const found = rollup?.match(/^Pss:\s+(\d+) kB$/m);
  return found ? Number(found[1]) / 1024 : undefined;
}

/** A line of /proc/PID/status such as "VmHWM:   123456 kB". */
function kibOf(pid: number, field: 'VmHWM' | 'VmRSS' | 'RssAnon'): number | undefined {
  const status = read(() => readFileSync(`/proc/${pid}/status`, 'utf8'));
  const found = status?.match(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm'));
  return found ? Number(found[1]) : undefined;
}
