/** What the processes of a group have used since it was made, by the kernel's own accounting. */
export interface GroupUse {
  usedMs: number;
  /** Periods in which any of them wanted to run. */
  periods: number;
  /** Those of these periods in which the quota was used up. */
  throttledPeriods: number;
  /** For how long they waited for the next period, summed over CPUs. */
  throttledMs: number;
}

/** A part of every period, in µs; without a quota, there is no limit. */
export interface Bandwidth {
  quotaUs: number | undefined;
  periodUs: number;
}

/** Processes whose CPU time the kernel limits together. */
export interface ControlGroup {
  /** Moves a process in with all its threads. Whatever it starts from then on is inside, too. */
  enter(pid: number): void;
  limit(bandwidth: Bandwidth): void;
  use(): GroupUse;
  /** Moves whatever is left in it back to where the lab is, and removes it. */
  remove(): void;
}

/**
 * With the kernel's default of 100 ms, a process that has used its quota up is stopped for so long that this is all
 * that its p99 shows: 76 ms rather than 18.
 */
const PERIOD_US = 10_000;

/** The kernel refuses a quota of less. */
const LEAST_QUOTA_US = 1_000;

/** So many CPUs, in a period as short as their quota allows; Infinity for no limit. */
export function bandwidthOf(cpus: number): Bandwidth {
  if (cpus === Infinity) return { quotaUs: undefined, periodUs: PERIOD_US };
  const periodUs = Math.max(PERIOD_US, Math.ceil(LEAST_QUOTA_US / cpus));
  return { quotaUs: Math.round(cpus * periodUs), periodUs };
}

/** A file of a control group such as cpu.stat: a name and a number on each line. */
export const numbersIn = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text
      .split('\n')
      .map((line) => line.split(' '))
      .map(([name, value]) => [name!, Number(value)]),
  );
