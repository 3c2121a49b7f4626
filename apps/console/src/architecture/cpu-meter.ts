import { type CpuTimes, cpuTimes } from '@jobly/lab/instrument';
import type { LaunchedPart } from '@jobly/stack';

export interface CpuMeter {
  /**
   * Reads the processes of the parts.
   * @returns the share of one CPU (%) that a process has used since the last reading; null if that is not known
   */
  read(parts: readonly LaunchedPart[]): (pid: number) => number | null;
}

export function createCpuMeter(): CpuMeter {
  let last: { times: CpuTimes | undefined; at: number } | undefined;
  return {
    read(parts) {
      const pids = Object.fromEntries(parts.flatMap(({ name, pid }) => (pid === null ? [] : [[name, pid]])));
      const before = last;
      const now = { times: cpuTimes({ pids }), at: performance.now() };
      last = now;
      return (pid) => {
        const [then, since] = [before?.times?.get(pid), now.times?.get(pid)];
        return then && since ? (100 * (since.ms - then.ms)) / (now.at - before!.at) : null;
      };
    },
  };
}
