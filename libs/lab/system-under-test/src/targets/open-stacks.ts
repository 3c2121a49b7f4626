import { assertDistinct } from './distinct';
import { givenStacks } from './given-stacks';
import { probe } from './probe';
import type { Stacks } from './stacks';
import { startStacks } from './start-stacks';

export interface Opened {
  /** Stacks that run already; by default new ones are started. */
  addresses?: { monolith: string; micro: string };
  /** An administrator of the stacks that run already. */
  admin: { username: string; password: string };
}

/**
 * Both stacks, answering and distinct.
 * @throws Failure, or a StartError of libs/stack, if they are not
 */
export async function openStacks(
  { addresses, admin }: Opened,
  run: string,
  signal: AbortSignal,
  parts: { loopback?: boolean },
): Promise<Stacks> {
  if (!addresses) return startStacks(signal, parts);
  const stacks = givenStacks({ ...addresses, admin });
  await probe('monolith', stacks.monolith.origin);
  await probe('micro', stacks.micro.origin);
  await assertDistinct(stacks, run);
  return stacks;
}
