import { readdirSync, readFileSync } from 'node:fs';
import { eachOf, type StackProcesses } from './processes';
import { backendsOf, read } from './proc';

/** CPU time in ms by process id, with the reported name of the process. */
export type CpuTimes = ReadonlyMap<number, { name: string; ms: number }>;

/**
 * The CPU time that each process of a stack has used so far. PostgreSQL is represented by the backends of the stack's
 * databases; its background processes serve every database and are left out.
 *
 * @returns undefined if the operating system does not tell (anything but Linux)
 */
export function cpuTimes(stack: StackProcesses): CpuTimes | undefined {
  const backends = stack.postgres ? backendsOf(stack.postgres) : [];
  const times = new Map<number, { name: string; ms: number }>();
  for (const { name, pid } of [...eachOf(stack), ...backends]) {
    const ms = cpuTimeOf(pid);
    if (ms !== undefined) times.set(pid, { name, ms });
  }
  return times.size > 0 ? times : undefined;
}

/** The CPU time between two readings, in ms by name; a process that started in between counts from its start. */
export function cpuBetween(before: CpuTimes | undefined, after: CpuTimes | undefined): Record<string, number> | null {
  if (!before || !after) return null;
  const used: { [name: string]: number } = {};
  for (const [pid, { name, ms }] of after) used[name] = (used[name] ?? 0) + ms - (before.get(pid)?.ms ?? 0);
  return used;
}

/** Nanoseconds on the CPU are the first field of each thread's schedstat. */
function cpuTimeOf(pid: number): number | undefined {
  return read(() => {
    const threads = readdirSync(`/proc/${pid}/task`);
    const used = threads.map((thread) => read(() => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8')));
    return used.reduce((sum, line) => sum + Number(line?.split(' ')[0] ?? 0), 0) / 1e6;
  });
}
