import {
  cpuBetween,
  type CpuLimit,
  cpuTimes,
  limitCpu,
  machineTimes,
  othersBetween,
  residentMiB,
  type StackProcesses,
} from '@jobly/lab/instrument';
import { type InDatabase, watchDatabase } from './database-waits';
import { type Asked, closed } from './load';
import { CONNECTIONS, QUOTA } from './plan';
import type { Fleet } from './ways';

/** So many replicas in one launch. */
export interface Sample {
  way: string;
  replicas: number;
  launch: number;
  /** Requests/s in a closed loop. */
  rate: number;
  /** The share of requests that were refused, or failed. */
  lost: number;
  /** What the busiest process of each replica used of its quota, on average. */
  used: number;
  /** CPU time of everything that works for a request but the generator (ms). */
  cpuMs: number;
  /** Of all its processes but the database’s (MiB). */
  memoryMiB: number;
  /** CPUs that the database used, and what went on in it. */
  databaseCpus: number;
  inDatabase: InDatabase;
  /** Of all CPUs' time, and that of others than the lab; null if unknown. */
  machineBusy: number;
  others: number | null;
  generatorBusy: number;
}

/** The limits of all processes of a fleet, replica by replica. */
export type Limits = readonly (readonly CpuLimit[])[];

/** Limits every process of every replica, each by itself. */
export function limited({ replicas }: Fleet): Limits {
  const made: CpuLimit[] = [];
  const limit = (pid: number) => {
    const one = limitCpu(QUOTA);
    made.push(one);
    one.add([pid]);
    return one;
  };
  try {
    return replicas.map((pids) => pids.map(limit));
  } catch (error) {
    made.forEach((one) => one.remove());
    throw error;
  }
}

export interface Measured {
  fleet: Fleet;
  limits: Limits;
  replicas: number;
  /** The backends of the databases. */
  database: Required<StackProcesses>['postgres'];
  postgres: { url: string };
  durationMs: number;
}

/** Saturates so many replicas. */
export async function sampleOf(
  asked: Omit<Asked, 'origin'>,
  { fleet, limits, replicas, database, postgres, durationMs }: Measured,
): Promise<Omit<Sample, 'way' | 'launch'>> {
  const { origin, others } = fleet.fronts.get(replicas)!;
  const asking = limits.slice(0, replicas);
  const at = () => ({
    used: asking.map((own) => own.map((limit) => limit.use().usedMs)),
    others: cpuTimes({ pids: { others } }),
    database: cpuTimes({ pids: {}, postgres: database }),
    machine: machineTimes()!,
  });
  const before = at();
  const { result, inDatabase } = await watchDatabase(postgres, () =>
    closed({ ...asked, origin }, { connections: CONNECTIONS * replicas, durationMs }),
  );
  const after = at();
  const lastedMs = after.machine.atMs - before.machine.atMs;
  const used = after.used.map((own, replica) => own.map((ms, index) => ms - before.used[replica]![index]!));
  const databaseMs = sum(Object.values(cpuBetween(before.database, after.database) ?? {}));
  const otherMs = sum(Object.values(cpuBetween(before.others, after.others) ?? {}));
  const pids = [...fleet.replicas.slice(0, replicas).flat(), ...others];
  return {
    replicas,
    rate: result.perSecond,
    lost: result.lost,
    used: sum(used.map((own) => Math.max(...own))) / replicas / (QUOTA * lastedMs),
    cpuMs: (sum(used.flat()) + otherMs + databaseMs) / result.sent,
    memoryMiB: sum(pids.map((pid) => residentMiB(pid) ?? 0)),
    databaseCpus: databaseMs / lastedMs,
    inDatabase,
    machineBusy: (after.machine.busyMs - before.machine.busyMs) / (lastedMs * after.machine.cpus),
    others: othersBetween(before.machine, after.machine),
    generatorBusy: result.generatorBusy,
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
