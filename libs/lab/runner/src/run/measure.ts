import { performance } from 'node:perf_hooks';
import type { MeasuredBlock } from '@jobly/lab/results';
import type { Stacks } from '@jobly/lab/system-under-test';
import { inTurn } from './in-turn';
import { measureLaunch } from './measure-launch';
import type { MeasureOptions } from './measure-options';
import type { Measurement } from './measurement';

/** Starts the stacks that an experiment needs, and stops them after their use. */
export type Launcher = <T>(use: (stacks: Stacks | undefined) => Promise<T>) => Promise<T>;

/** Measures launch by launch. */
export function measure(launcher: Launcher, measuring: MeasureOptions): Promise<Measurement> {
  const { settings, signal } = measuring;
  const measured = { blocks: [] as MeasuredBlock[], began: performance.now() };
  const launches = Array.from(
    { length: settings.launches },
    (_, launch) => () => launcher((stacks) => measureLaunch(stacks, measuring, { ...measured, launch })),
  );
  return inTurn(launches, measured.blocks, signal);
}
