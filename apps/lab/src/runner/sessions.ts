import type { Stacks } from '../targets/stacks';
import { logInAs, removeAll, type Session, signUpAll, takeInventory } from '../workload/session';
import type { Arm } from './arm';

/** What the workloads know of each arm's home. */
export interface Sessions {
  at(home: string | undefined): Session;
  /** Removes the users again. */
  close(): Promise<void>;
}

/** Users of the lab at each home, beside those a workload makes for its own blocks. */
const ACCOUNTS = 5;

const NOBODY = { username: '', password: '', token: '' };

/** Of a server that has neither users nor anything to look up. */
const nowhere: Session = { accounts: [], admin: NOBODY, companies: [], jobs: [] };

/** For an experiment that needs no stacks. */
export const noSessions: Sessions = { at: () => nowhere, close: async () => {} };

/** Signs up users at the homes of all arms, whose names differ in one letter: homes may share a database. */
export async function openSessions(stacks: Stacks, arms: readonly Arm[], run: string): Promise<Sessions> {
  const inventory = await takeInventory(stacks.monolith.origin);
  const homes = [...new Set(arms.flatMap(({ home }) => home ?? []))];
  const sessions = new Map<string | undefined, Session>();
  for (const [index, home] of homes.entries()) {
    const letter = String.fromCharCode('a'.charCodeAt(0) + index);
    const admin = await logInAs(home, stacks.admin);
    sessions.set(home, { ...inventory, admin, accounts: await signUpAll(home, `${run}${letter}`, ACCOUNTS) });
  }
  return {
    at: (home) => sessions.get(home) ?? nowhere,
    async close() {
      for (const home of homes) await removeAll(home, sessions.get(home)!.accounts);
    },
  };
}
