import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { type Customer, fairPool } from './fair-pool';

/**
 * argon2id with the library's defaults, which OWASP's Password Storage Cheat Sheet recommends: 19 MiB, two passes, one
 * lane.
 */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * A password takes 20 ms of a CPU and one of Node's four threads. One CPU stays free for requests that need none, and one
 * thread for whatever else is slow, opening a connection to PostgreSQL included. Who waits longest waits for five
 * seconds, and somebody who asks for a thousand leaves every other the next turn.
 */
const inTurn = fairPool({
  what: 'The checking of passwords',
  atOnce: Math.max(1, Math.min(3, availableParallelism() - 1)),
  waiting: 256,
});

/** Nobody changes a password many times at once; what waits is in the way of others, also before it comes here. */
export const byUser = (username: string): Customer => ({ name: `user ${username}`, waiting: 8 });

/** Behind one address many may log in at once. */
export const bySource = (source: string): Customer => ({ name: `source ${source}`, waiting: 64 });

const byNobody = bySource('');

/**
 * @param whose by whom turns are taken.
 * @throws Problem `unavailable` if too many wait.
 */
export const hashPassword = (password: string, whose = byNobody): Promise<string> =>
  inTurn.run(whose, () => hash(password, PARAMETERS));

/**
 * Checks a password against a hash. Without a hash (no such user) it does the same work and returns false. Turns are as
 * for `hashPassword`.
 */
export function createPasswordCheck() {
  const decoy = hashPassword('a password that nobody has');
  return async (password: string, passwordHash: string | undefined, whose = byNobody): Promise<boolean> => {
    const compared = passwordHash ?? (await decoy);
    const fits = await inTurn.run(whose, () => verify(compared, password));
    return fits && passwordHash !== undefined;
  };
}
