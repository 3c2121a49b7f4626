import { hash, verify } from '@node-rs/argon2';

/**
 * argon2id with the library's defaults, which OWASP's Password Storage Cheat Sheet recommends: 19 MiB, two passes, one
 * lane.
 */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, PARAMETERS);

/** Checks a password against a hash. Without a hash (no such user) it does the same work and returns false. */
export function createPasswordCheck() {
  const decoy = hashPassword('a password that nobody has');
  return async (password: string, passwordHash: string | undefined): Promise<boolean> => {
    const fits = await verify(passwordHash ?? (await decoy), password);
    return fits && passwordHash !== undefined;
  };
}
