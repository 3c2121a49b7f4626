import { eachOf, type Generator, peakMemory, seedOf } from '@jobly/lab/instrument';
import type { Operation } from '@jobly/lab/results';
import type { Scene } from '@jobly/lab/runner';
import { startTwin, type Target } from '@jobly/lab/system-under-test';
import { type Measured, measureMirrored } from './block';
import { countOperations } from './operations';
import { calibrations, checks, CONNECTIONS, PEAK_MS, type Plan } from './plan';
import { prepareRequests, type Requests } from './requests';
import { POOL_SETTINGS, type StackName } from './stack-name';

/** What was measured of a stack in one launch. */
export interface Launch {
  stack: StackName;
  launch: number;
  /** Requests/s of a closed loop, from which all loads of the stack are derived. */
  peak: number;
  calibrations: Measured[];
  checks: Measured[];
  /** The largest resident set of each process, in MiB. */
  memory: Readonly<Record<string, number>>;
  /** Counted in the first launch only. */
  operations?: Operation[];
}

/**
 * Launches a stack once more, and measures everything there.
 * @param peak of the first launch
 */
export async function measureLaunch(
  scene: Scene,
  stack: StackName,
  launch: number,
  plan: Plan,
  generator: Generator,
  peak?: number,
): Promise<Launch> {
  const { stacks, signal } = scene;
  const { target, stop } = await startTwin(stack, stacks.postgres!, signal, POOL_SETTINGS);
  try {
    const { origin } = target;
    const requests = await prepareRequests(scene, origin, `${stack.slice(0, 2)}${launch}`);
    try {
      const seed = seedOf(scene.seed, stack, launch);
      const closed = closedLoop(generator, origin, requests, signal);
      await closed({ durationMs: 120_000, count: plan.warmUp });
      const rate = peak ?? (await closed({ durationMs: PEAK_MS }));
      const measuring = { target, requests, generator, blockMs: plan.blockMs, peak: rate, seed, signal };
      const measured = await measureMirrored(measuring, [...calibrations, ...checks]);
      return {
        ...{ stack, launch, peak: rate },
        calibrations: measured.slice(0, calibrations.length),
        checks: measured.slice(calibrations.length),
        memory: memoryOf(target),
        ...(peak === undefined && { operations: await countOperations(scene, target, `${stack.slice(0, 2)}o`) }),
      };
    } finally {
      await requests.clear();
    }
  } finally {
    await stop();
  }
}

const closedLoop =
  (generator: Generator, origin: string, { all }: Requests, signal: AbortSignal) =>
  async (limit: { durationMs: number; count?: number }): Promise<number> => {
    const block = { loop: 'closed', origin, connections: CONNECTIONS, timeoutMs: 10_000, leadInMs: 0 } as const;
    const { result } = await generator.run({ ...block, requests: [...all], repeat: true, ...limit }, signal);
    return (result.answered / result.measuredMs) * 1_000;
  };

const memoryOf = ({ processes }: Target) => {
  const names = new Set(eachOf(processes!).map(({ name }) => name));
  const peaks = peakMemory(processes!).filter(({ process }) => names.has(process));
  return Object.fromEntries(peaks.map(({ process, peakMiB }) => [process, peakMiB]));
};
