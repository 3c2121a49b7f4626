import {
  cpuBetween,
  cpuTimes,
  dueTimes,
  eachOf,
  type Generator,
  machineTimes,
  merged,
  othersBetween,
  seededRandom,
  seedOf,
} from '@jobly/lab/instrument';
import { failuresIn, TIMES_AT } from '@jobly/lab/results';
import type { Target } from '@jobly/lab/system-under-test';
import { CONNECTIONS, type Load } from './plan';
import { inShares, type Requests } from './requests';

/** What was measured under one load in one launch. */
export interface Measured extends Load {
  /** Requests/s. */
  rate: number;
  /** Response times at `TIMES_AT`, in ms. */
  times: number[];
  /** Of every part, in ms per second. */
  cpu: Readonly<Record<string, number>>;
  generatorBusy: number;
  /** The share of all CPUs' time that went to other programs; null if unknown. */
  others: number | null;
  /** Lateness of the generator (p99, ms). */
  scheduleError: number;
  failed: number;
  requests: number;
}

export interface Measuring {
  target: Target;
  requests: Requests;
  generator: Generator;
  blockMs: number;
  /** Requests/s that a closed loop of the stack is served. */
  peak: number;
  seed: number;
  signal: AbortSignal;
}

/** Offers one load in an open loop. */
export async function measureBlock(measuring: Measuring, load: Load): Promise<Measured> {
  const { target, requests, generator, blockMs, peak, signal } = measuring;
  const seed = seedOf(measuring.seed, load.reads, load.share);
  const rate = load.share * peak;
  const due = dueTimes({ process: 'poisson', rate, durationMs: blockMs, leadInMs: 0 }, seededRandom(seed));
  let before = meter(target);
  const { result } = await generator.run(
    {
      ...{ loop: 'open', origin: target.origin, connections: CONNECTIONS, openedAhead: CONNECTIONS, timeoutMs: 10_000 },
      dueTimes: due,
      requests: inShares(requests, load.reads, due.length, seed),
    } as const,
    signal,
    // The opening of connections is a load of its own.
    () => {
      before = meter(target);
    },
  );
  const after = meter(target);
  const used = cpuBetween(before.cpu, after.cpu) ?? {};
  const seconds = (after.atMs - before.atMs) / 1_000;
  const response = merged([result.response]);
  return {
    ...load,
    rate: result.sent / seconds,
    times: TIMES_AT.map((percentile) => response.valueAt(percentile)),
    cpu: Object.fromEntries(Object.entries(used).map(([name, ms]) => [name, ms / seconds])),
    generatorBusy: result.utilisation,
    others: othersBetween(before.machine, after.machine),
    scheduleError: merged([result.scheduleError]).valueAt(99),
    failed: failuresIn(result.failures) + result.dropped,
    requests: result.sent,
  };
}

/** The CPU that the stack, and the whole machine, have used so far. */
function meter({ processes }: Target) {
  const also = [...eachOf(processes!).map(({ pid }) => pid), processes!.postgres!.pid];
  return { atMs: performance.now(), cpu: cpuTimes(processes!), machine: machineTimes(also) };
}
