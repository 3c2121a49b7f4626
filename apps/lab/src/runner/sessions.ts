import type { Stacks } from '../targets/stacks';
import { type Inventory, removeAll, type Session, signUpAll } from '../workload/session';
import type { Arm } from './arm';

/** The users of a run, at each stack. */
export type Sessions = Record<Arm['stack'], Session>;

/** Signs up the same users at both stacks. */
export async function openSessions(
  stacks: Stacks,
  inventory: Inventory,
  run: string,
  accounts: number,
): Promise<Sessions> {
  const [monolith, micro] = await Promise.all([
    signUpAll(stacks.monolith.origin, run, accounts),
    signUpAll(stacks.micro.origin, run, accounts),
  ]);
  return { monolith: { ...inventory, accounts: monolith }, micro: { ...inventory, accounts: micro } };
}

/** Removes the users again, and with them what they have applied for. */
export async function closeSessions(stacks: Stacks, { monolith, micro }: Sessions): Promise<void> {
  await Promise.all([
    removeAll(stacks.monolith.origin, monolith.accounts),
    removeAll(stacks.micro.origin, micro.accounts),
  ]);
}
