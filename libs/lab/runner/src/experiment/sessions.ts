import { logInAs, removeAll, type Session, signUpAll, type Stacks, takeInventory } from '@jobly/lab/system-under-test';
import type { Arm } from './arm';

/** The sessions of workloads at each arm's home. */
export interface Sessions {
  at(home: string | undefined): Session;
  /** Removes the users again. */
  close(): Promise<void>;
}

/** Users of the lab at each home, unless an experiment needs more. */
export const ACCOUNTS = 10;

const NOBODY = { username: '', password: '', token: '' };

/** For a server that has neither users nor anything to look up. */
const nowhere: Session = { accounts: [], admin: NOBODY, companies: [], jobs: [] };

/** For an experiment that needs no stacks. */
export const noSessions: Sessions = { at: () => nowhere, close: async () => {} };

/** Signs up the same users at the homes of all arms, except for one letter if homes share a database. */
export async function openSessions(
  stacks: Pick<Stacks, 'monolith' | 'admin' | 'data'>,
  arms: readonly Arm[],
  run: string,
  accounts = ACCOUNTS,
): Promise<Sessions> {
  const inventory = await takeInventory(stacks.monolith.origin, stacks.data);
  const homes = [
    ...new Map(arms.flatMap((arm) => (arm.home === undefined ? [] : [[arm.home, databasesOf(arm)] as const]))),
  ];
  const sessions = new Map<string, Session>();
  for (const [index, [home, databases]] of homes.entries()) {
    const before = homes.slice(0, index).filter((one) => one[1] === databases).length;
    const letter = String.fromCharCode('a'.charCodeAt(0) + before);
    const admin = await logInAs(home, stacks.admin);
    sessions.set(home, { ...inventory, admin, accounts: await signUpAll(home, `${run}${letter}`, accounts) });
  }
  return {
    at: (home) => (home === undefined ? nowhere : sessions.get(home)!),
    async close() {
      for (const [home, { accounts }] of sessions) await removeAll(home, accounts);
    },
  };
}

/** Arms that share their databases have the same value; arms whose databases are unknown have different ones. */
const databasesOf = ({ processes, origin }: Arm) => processes?.postgres?.databases.join() ?? origin;
