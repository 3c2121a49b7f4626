import { cpuTimes, Failure, familyOf, proportionalMiB } from '@jobly/lab/instrument';

const membersOf = (pid: number) => [...familyOf([pid])];

/**
 * The CPU time that a process and its descendants have used so far (ms).
 * @throws Failure where the system does not tell
 */
export function cpuOf(pid: number): number {
  const times = cpuTimes({ pids: { family: membersOf(pid) } });
  if (!times) throw new Failure('This system does not tell the CPU time of a process; measure functions on Linux.');
  return [...times.values()].reduce((sum, { ms }) => sum + ms, 0);
}

/** Their memory (MiB), what several processes share in parts; undefined where the system does not tell. */
export function memoryOf(pid: number): number | undefined {
  const each = membersOf(pid).map(proportionalMiB);
  return each.some((one) => one === undefined) ? undefined : each.reduce<number>((sum, one) => sum + one!, 0);
}
