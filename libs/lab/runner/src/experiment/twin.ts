import { startTwin } from '@jobly/lab/system-under-test';
import { type Arm, armAt, repeated, repeatOf } from './arm';
import type { Scene } from './experiment';

/** An arm and its twin. */
interface WithTwin {
  arms: [Arm, Arm];
  close?: () => Promise<void>;
}

/**
 * One of the stacks with its twin, which is another launch of the same program over the same databases: the difference
 * between the two is noise, that of launches included. Stacks that run already have no twin; there the arm itself runs
 * once more, which shows less noise than there is.
 */
export async function withTwin(
  stack: 'monolith' | 'micro',
  { stacks, signal }: Pick<Scene, 'stacks' | 'signal'>,
  name: string = stack,
): Promise<WithTwin> {
  const arm = armAt(stacks[stack], name);
  if (!stacks.postgres) return { arms: [arm, repeated(arm)] };
  const { target, stop } = await startTwin(stack, stacks.postgres, signal);
  return { arms: [arm, { ...armAt(target, repeatOf(name)), repeats: name }], close: stop };
}
