import { setTimeout as delay } from 'node:timers/promises';
import { cpuBetween, cpuTimes } from '@jobly/lab/instrument';
import type { Target } from '@jobly/lab/system-under-test';

const LOOK_EVERY_MS = 250;

/** A tenth of a CPU: sessions, timers and health checks take less, answers that are being made take more. */
const AT_REST = 0.1;

/** Twice, because an answer may wait for a neighbour meanwhile. */
const LOOKS = 2;

/** After so long whatever is still being done is part of what others have to bear. */
const PATIENCE_MS = 30_000;

/** Waits until the processes of a stack, and their backends, have hardly anything to do. */
export async function atRest({ processes }: Target, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  let [before, quiet] = [cpuTimes(processes!), 0];
  while (quiet < LOOKS && performance.now() < deadline) {
    await delay(LOOK_EVERY_MS, undefined, { signal });
    const now = cpuTimes(processes!);
    const used = Object.values(cpuBetween(before, now) ?? {}).reduce((sum, ms) => sum + ms, 0);
    quiet = used < AT_REST * LOOK_EVERY_MS ? quiet + 1 : 0;
    before = now;
  }
}
