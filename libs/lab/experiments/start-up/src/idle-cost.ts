import { setTimeout as delay } from 'node:timers/promises';
import {
  cpuBetween,
  cpuTimes,
  Failure,
  familyOf,
  machineTimes,
  othersBetween,
  proportionalMiB,
} from '@jobly/lab/instrument';
import type { StartedTopology } from '@jobly/lab/system-under-test';

/** What a stack that nobody asks costs: that of its own processes, and that of PostgreSQL with all of its own. */
export interface IdleCost {
  processes: { mib: number; cpuMsPerSecond: number };
  postgres: { mib: number; cpuMsPerSecond: number };
  /** The share of all CPUs' time that went to others meanwhile; null if that is unknown. */
  others: number | null;
}

/**
 * Waits until a stack has settled, and for a while longer.
 * @throws Failure where the system does not tell what processes use
 */
export async function idleCost(
  { pids, postgresPid }: StartedTopology,
  { settleMs, idleMs }: { settleMs: number; idleMs: number },
  signal: AbortSignal,
): Promise<IdleCost> {
  await delay(settleMs, undefined, { signal });
  const family = [...familyOf([postgresPid])];
  const all = { pids: { processes: pids, postgres: family } };
  const [before, machineBefore, begin] = [cpuTimes(all), machineTimes(), performance.now()];
  await delay(idleMs, undefined, { signal });
  const seconds = (performance.now() - begin) / 1_000;
  const used = cpuBetween(before, cpuTimes(all));
  const others = othersBetween(machineBefore, machineTimes());
  const memory = { processes: totalMiB(pids), postgres: totalMiB(family) };
  if (!used || !memory.processes || !memory.postgres) {
    throw new Failure('What an idle stack costs can be observed only on Linux, by the user that starts it or by root.');
  }
  return {
    processes: { mib: memory.processes, cpuMsPerSecond: used['processes']! / seconds },
    postgres: { mib: memory.postgres, cpuMsPerSecond: used['postgres']! / seconds },
    others,
  };
}

/** Processes share pages, which count in parts here, so that the total counts them once. */
const totalMiB = (pids: readonly number[]) => pids.reduce((sum, pid) => sum + (proportionalMiB(pid) ?? 0), 0);
