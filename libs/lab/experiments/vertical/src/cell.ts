import {
  cpuBetween,
  type CpuLimit,
  cpuTimes,
  machineTimes,
  othersBetween,
  seedOf,
  type StackProcesses,
} from '@jobly/lab/instrument';
import { type Asked, closed, type OfferedBlock, open } from './load';
import type { Plan } from './plan';

/** One deployment under one limit, once. */
export interface Cell {
  deployment: string;
  cpus: number;
  launch: number;
  /** In a closed loop, in which everything that the limit allows is used. */
  saturated: {
    perSecond: number;
    /** The share of requests that were refused, or failed. */
    lost: number;
    /** How many CPUs the deployment used, of those that it might. */
    used: number;
    /** The share of periods in which its quota was used up. */
    throttled: number;
    /** How many CPUs its databases used. */
    database: number;
    /** Of all CPUs' time, and that of others than the lab; null if unknown. */
    machineBusy: number;
    others: number | null;
    generatorBusy: number;
  };
  /** In the order of the plan's shares. */
  blocks: readonly OfferedBlock[];
}

export interface Conditions {
  limit: CpuLimit;
  cpus: number;
  plan: Plan;
  database: StackProcesses;
  seed: number;
  launch: number;
  /** Whose rates are offered again, so that answers to one rate can be pooled; this one's own if it is the first. */
  first: Cell | undefined;
}

/** Saturates a deployment, and then offers it the rates of the plan. */
export async function measureCell(asked: Asked, conditions: Conditions): Promise<Omit<Cell, 'deployment'>> {
  const { plan, cpus, seed, launch, first } = conditions;
  const saturated = await saturate(asked, conditions);
  const blocks: OfferedBlock[] = [];
  for (const [index, share] of plan.shares.entries()) {
    const rate = first?.blocks[index]!.offered ?? share * saturated.perSecond;
    blocks.push(await open(asked, rate, plan, seedOf(seed, `${cpus} at ${share}`, launch)));
  }
  return { cpus, launch, saturated, blocks };
}

async function saturate(asked: Asked, { limit, database, plan }: Conditions): Promise<Cell['saturated']> {
  const at = () => ({ use: limit.use(), database: cpuTimes(database), machine: machineTimes()! });
  const before = at();
  const { perSecond, lost, generatorBusy } = await closed(asked, { durationMs: plan.closedMs });
  const after = at();
  const lastedMs = after.machine.atMs - before.machine.atMs;
  const inDatabase = Object.values(cpuBetween(before.database, after.database) ?? {});
  return {
    perSecond,
    lost,
    generatorBusy,
    used: (after.use.usedMs - before.use.usedMs) / lastedMs,
    throttled:
      (after.use.throttledPeriods - before.use.throttledPeriods) / Math.max(1, after.use.periods - before.use.periods),
    database: inDatabase.reduce((sum, ms) => sum + ms, 0) / lastedMs,
    machineBusy: (after.machine.busyMs - before.machine.busyMs) / (lastedMs * after.machine.cpus),
    others: othersBetween(before.machine, after.machine),
  };
}
