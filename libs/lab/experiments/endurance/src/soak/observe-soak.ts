import { dueTimes, type Generator, type LoadRequest, seededRandom, seedOf } from '@jobly/lab/instrument';
import { failuresIn } from '@jobly/lab/results';
import { mixedRequests, type Scene } from '@jobly/lab/runner';
import { preloaded, startTwin } from '@jobly/lab/system-under-test';
import { type ProcessMemory, residentOf } from '../memory';
import type { Plan } from '../plan';
import type { StackName } from '../stack-name';
import type { Reading } from './growth';
import { heapsAfterCollection } from './heaps';

/** What a steady load leaves in the memory of a stack. */
export interface Soaked {
  /** Requests/s. */
  rate: number;
  requests: number;
  errors: number;
  /** Resident sets during the load. */
  readings: Reading[];
  /** What the heaps keep, before the load and after it. */
  heaps: { before: ProcessMemory; after: ProcessMemory };
}

const WARM_UP = 6_000;
const PEAK_MS = 3_000;
const CONNECTIONS = 32;
const READ_EVERY_MS = 1_000;

/** Loads a newly started stack with half of what it can serve at most, for a long time. */
export async function observeSoak(
  scene: Scene,
  stack: StackName,
  { durationMs, blockMs, settleMs }: Plan['soak'],
  generator: Generator,
): Promise<Soaked> {
  const { stacks, seed, signal } = scene;
  const { target, stop } = await startTwin(stack, stacks.postgres!, signal, preloaded('collected'));
  const { origin } = target;
  const common = { origin, connections: CONNECTIONS, timeoutMs: 10_000 };
  const closed = async (requests: LoadRequest[], limit: { durationMs: number; count?: number }) => {
    const block = { loop: 'closed', ...common, leadInMs: 0, requests, repeat: true, ...limit } as const;
    return (await generator.run(block, signal)).result;
  };
  try {
    const { requests, clear } = await mixedRequests(scene, origin, 's');
    try {
      await closed([...requests], { durationMs: 120_000, count: WARM_UP });
      const peak = await closed([...requests], { durationMs: PEAK_MS });
      const rate = (peak.answered / peak.measuredMs) * 500;

      const steadily = async (forMs: number) => {
        const counted = { requests: 0, errors: 0 };
        for (let fromMs = 0; fromMs < forMs; fromMs += blockMs) {
          const random = seededRandom(seedOf(seed, stack, fromMs));
          const due = dueTimes({ process: 'poisson', rate, durationMs: blockMs, leadInMs: 0 }, random);
          const mine = Array.from(due, (_, index) => requests[index % requests.length]!);
          const { result } = await generator.run({ loop: 'open', ...common, dueTimes: due, requests: mine }, signal);
          counted.requests += due.length;
          counted.errors += failuresIn(result.failures) + result.dropped;
        }
        return counted;
      };
      await steadily(settleMs);
      const before = await heapsAfterCollection(target);
      const readings: Reading[] = [];
      const began = performance.now();
      const read = () => readings.push({ atMs: performance.now() - began, resident: residentOf(target) });
      const reading = setInterval(read, READ_EVERY_MS);
      const counted = await steadily(durationMs).finally(() => clearInterval(reading));
      return { rate, ...counted, readings, heaps: { before, after: await heapsAfterCollection(target) } };
    } finally {
      await clear();
    }
  } finally {
    await stop();
  }
}
