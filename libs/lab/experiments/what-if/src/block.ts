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
  shuffled,
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

/** What was measured in one go. */
interface Block {
  seconds: number;
  sent: number;
  failed: number;
  /** Histograms, encoded. */
  response: string;
  scheduleError: string;
  /** Of every part, in ms. */
  cpuMs: Readonly<Record<string, number>>;
  generatorBusy: number;
  others: number | null;
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

/**
 * Offers every load in an open loop, in random order and then in the reverse of it: what gets faster all the while is
 * as fast in the middle of the two, whichever load it is.
 */
export async function measureMirrored(measuring: Measuring, loads: readonly Load[]): Promise<Measured[]> {
  const blocks = new Map<Load, Block[]>(loads.map((load) => [load, []]));
  const order = shuffled(seededRandom(measuring.seed), [...loads]);
  for (const [index, load] of [...order, ...order.toReversed()].entries()) {
    blocks.get(load)!.push(await measureBlock(measuring, load, index));
  }
  return loads.map((load) => asOne(load, blocks.get(load)!));
}

async function measureBlock(measuring: Measuring, load: Load, index: number): Promise<Block> {
  const { target, requests, generator, blockMs, peak, signal } = measuring;
  const seed = seedOf(measuring.seed, index);
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
  const { sent, response, scheduleError, failures, dropped, utilisation } = result;
  return {
    ...{ sent, response, scheduleError, failed: failuresIn(failures) + dropped, generatorBusy: utilisation },
    seconds: (after.atMs - before.atMs) / 1_000,
    cpuMs: cpuBetween(before.cpu, after.cpu) ?? {},
    others: othersBetween(before.machine, after.machine),
  };
}

function asOne(load: Load, blocks: readonly Block[]): Measured {
  const total = (of: (block: Block) => number) => blocks.reduce((sum, block) => sum + of(block), 0);
  const seconds = total((block) => block.seconds);
  const overTime = (of: (block: Block) => number) => total((block) => of(block) * block.seconds) / seconds;
  const response = merged(blocks.map((block) => block.response));
  const parts = new Set(blocks.flatMap(({ cpuMs }) => Object.keys(cpuMs)));
  return {
    ...load,
    rate: total(({ sent }) => sent) / seconds,
    times: TIMES_AT.map((percentile) => response.valueAt(percentile)),
    cpu: Object.fromEntries(Array.from(parts, (name) => [name, total(({ cpuMs }) => cpuMs[name] ?? 0) / seconds])),
    generatorBusy: overTime((block) => block.generatorBusy),
    others: blocks.some(({ others }) => others === null) ? null : overTime(({ others }) => others!),
    scheduleError: merged(blocks.map((block) => block.scheduleError)).valueAt(99),
    failed: total(({ failed }) => failed),
    requests: total(({ sent }) => sent),
  };
}

/** The CPU that the stack, and the whole machine, have used so far. */
function meter({ processes }: Target) {
  const also = [...eachOf(processes!).map(({ pid }) => pid), processes!.postgres!.pid];
  return { atMs: performance.now(), cpu: cpuTimes(processes!), machine: machineTimes(also) };
}
