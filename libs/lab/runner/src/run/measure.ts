import { performance } from 'node:perf_hooks';
import type { MeasuredBlock } from '@jobly/lab/results';
import type { Stacks } from '@jobly/lab/system-under-test';
import { measureLaunch } from './measure-launch';
import type { MeasureOptions } from './measure-options';
import type { Measurement } from './measurement';
import { endedBy } from './run-plan';
import type { Settled } from './settle';

/** Starts the stacks that an experiment needs, and stops them after their use. */
export type Launcher = <T>(use: (stacks: Stacks | undefined) => Promise<T>) => Promise<T>;

/**
 * Measures launch by launch. Once something is measured, an early end is an outcome and not an error, also if a later
 * launch does not start.
 */
export async function measure(launcher: Launcher, measuring: MeasureOptions): Promise<Measurement> {
  const { launches } = measuring.settings;
  const measured = { blocks: [] as MeasuredBlock[], began: performance.now() };
  const warmUps: Settled[] = [];
  let last: Measurement | undefined;
  for (let launch = 0; launch < launches; launch++) {
    try {
      last = await launcher((stacks) => measureLaunch(stacks, measuring, { ...measured, launch }));
      warmUps.push(...last.warmUps);
    } catch (error) {
      if (!last) throw error;
      const { signal } = measuring;
      return {
        ...last,
        ...endedBy(signal.aborted ? signal.reason : error, measured.blocks),
        observations: {},
        warmUps,
      };
    }
    if (last.outcome !== 'complete') break;
  }
  return { ...last!, warmUps };
}
