import { readdirSync, readFileSync } from 'node:fs';

/** CPU time by process id, in ms. */
export type CpuTimes = ReadonlyMap<number, number>;

/** The processes of one stack; the database's own are found by the names of the stack's databases. */
export interface StackProcesses {
  pids: number[];
  postgres?: { pid: number; databases: string[] };
}

/**
 * What each process of a stack has used so far, to the microsecond. PostgreSQL counts with the backends of the stack's
 * databases; its background processes serve every database and are left out.
 *
 * @returns undefined where the operating system does not tell (anything but Linux)
 */
export function cpuTimes({ pids, postgres }: StackProcesses): CpuTimes | undefined {
  const times = new Map<number, number>();
  for (const pid of [...pids, ...(postgres ? backendsOf(postgres.pid, postgres.databases) : [])]) {
    const used = cpuTimeOf(pid);
    if (used !== undefined) times.set(pid, used);
  }
  return times.size > 0 ? times : undefined;
}

/** Used between two readings, in ms; a process that came in between counts from its start. */
export function cpuBetween(before: CpuTimes | undefined, after: CpuTimes | undefined): number | null {
  if (!before || !after) return null;
  let sum = 0;
  for (const [pid, used] of after) sum += used - (before.get(pid) ?? 0);
  return sum;
}

/** Nanoseconds on the CPU are the first field of each thread's schedstat. */
function cpuTimeOf(pid: number): number | undefined {
  return read(() => {
    const threads = readdirSync(`/proc/${pid}/task`);
    const used = threads.map((thread) => read(() => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8')));
    return used.reduce((sum, line) => sum + Number(line?.split(' ')[0] ?? 0), 0) / 1e6;
  });
}

/** A backend calls itself "postgres: USER DATABASE HOST(PORT) what it does". */
function backendsOf(postmaster: number, databases: string[]): number[] {
  const children = read(() => readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8')) ?? '';
  const pids = children.split(' ').filter(Boolean).map(Number);
  return pids.filter((pid) => {
    const title = read(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')) ?? '';
    return databases.includes(title.split(' ')[2] ?? '');
  });
}

/** Undefined for what is not there: a process that has just ended, or a system without /proc. */
function read<T>(from: () => T): T | undefined {
  try {
    return from();
  } catch {
    return undefined;
  }
}
