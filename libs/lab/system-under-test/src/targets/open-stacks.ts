import type { DataSize } from '../data/size';
import { assertDistinct } from './distinct';
import { givenStacks } from './given-stacks';
import { probe } from './probe';
import type { Stacks } from './stacks';
import { type StartOptions, startStacks } from './start-stacks';

export interface Opened {
  /** Stacks that run already; by default new ones are started. */
  addresses?: { monolith: string; micro: string };
  /** An administrator of the stacks that run already. */
  admin: { username: string; password: string };
  /** What stacks of the lab's own hold. */
  data?: DataSize;
}

/**
 * Both stacks, answering and distinct.
 * @throws Failure, or a StartError of libs/stack, if they are not
 */
export async function openStacks(
  { addresses, admin, data }: Opened,
  run: string,
  signal: AbortSignal,
  parts: Pick<StartOptions, 'loopback' | 'furtherDatabases'>,
): Promise<Stacks> {
  if (!addresses) return startStacks(signal, { ...parts, data });
  const stacks = givenStacks({ ...addresses, admin });
  await probe('monolith', stacks.monolith.origin);
  await probe('micro', stacks.micro.origin);
  await assertDistinct(stacks, run);
  return stacks;
}
