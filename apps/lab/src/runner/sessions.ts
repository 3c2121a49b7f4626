import type { Stacks } from '../targets/stacks';
import { type Inventory, logInAs, removeAll, type Session, signUpAll, takeInventory } from '../workload/session';
import type { Arm } from './arm';

/** What the workloads know of each stack. */
export type Sessions = Record<Arm['stack'], Session>;

/** Users of the lab at each stack, beside those a workload makes for its own blocks. */
const ACCOUNTS = 5;

const NOBODY = { username: '', password: '', token: '' };

/** Of a server that has neither users nor anything to look up. */
const none: Session = { accounts: [], admin: NOBODY, companies: [], jobs: [] };

/** For an experiment that needs no stacks. */
export const noSessions: Sessions = { monolith: none, micro: none, none };

/** Signs up the same users at both stacks. */
export async function openSessions(stacks: Stacks, run: string): Promise<Sessions> {
  const inventory = await takeInventory(stacks.monolith.origin);
  const [monolith, micro] = await Promise.all([
    sessionAt(stacks.monolith.origin, stacks, inventory, run),
    sessionAt(stacks.micro.origin, stacks, inventory, run),
  ]);
  return { monolith, micro, none };
}

async function sessionAt(origin: string, stacks: Stacks, inventory: Inventory, run: string): Promise<Session> {
  const admin = await logInAs(origin, stacks.admin);
  return { ...inventory, admin, accounts: await signUpAll(origin, run, ACCOUNTS) };
}

/** Removes the users again. */
export async function closeSessions(stacks: Stacks, { monolith, micro }: Sessions): Promise<void> {
  await Promise.all([
    removeAll(stacks.monolith.origin, monolith.accounts),
    removeAll(stacks.micro.origin, micro.accounts),
  ]);
}
