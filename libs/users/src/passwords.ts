import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { bulkhead } from 'cockatiel';

/**
 * argon2id with the library's defaults, which OWASP's Password Storage Cheat Sheet recommends: 19 MiB, two passes, one
 * lane.
 */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * So many passwords are worked on at the same time; the others queue. Node has four threads for this and for whatever
 * else is slow, opening a connection to PostgreSQL included, which must not have to wait for every password before it.
 */
const inTurn = bulkhead(Math.min(3, availableParallelism()), Infinity);

export const hashPassword = (password: string): Promise<string> => inTurn.execute(() => hash(password, PARAMETERS));

/** Checks a password against a hash. Without a hash (no such user) it does the same work and returns false. */
export function createPasswordCheck() {
  const decoy = hashPassword('a password that nobody has');
  return async (password: string, passwordHash: string | undefined): Promise<boolean> => {
    const compared = passwordHash ?? (await decoy);
    const fits = await inTurn.execute(() => verify(compared, password));
    return fits && passwordHash !== undefined;
  };
}
