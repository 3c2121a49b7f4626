import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { own, storesPasswords } from './confidential';
import type { PartProcess } from './part-process';
import type { Plan } from './plan';
import type { PartName } from './topology';

/** The password of testuser and testadmin: the well-known one, or one of the user's own. */
type SeededPassword = 'well-known' | 'own';

/** For each part that stores passwords, as far as it is known. */
export type SeededPasswords = Partial<Record<PartName, SeededPassword>>;

const SEED_PASSWORD = 'SEED_PASSWORD';

const fileIn = (directory: string) => join(directory, 'seeded.json');

/**
 * The seeded users' passwords. A database keeps the password that it was seeded with, whatever is set later. So it is
 * recorded for the databases created here; for the user's own it is known only if they have just been seeded.
 */
export function seededPasswords(
  { directory, given, parts }: Pick<Plan, 'directory' | 'given' | 'parts'>,
  processes: Pick<PartProcess, 'name' | 'seeded'>[],
): SeededPasswords {
  const justFilled = new Set(processes.filter(({ seeded }) => seeded()).map(({ name }) => name));
  const noted = read(directory);
  const password = passwordIn(given);
  const now: SeededPasswords = {};
  for (const part of parts.filter(storesPasswords)) {
    const { name, database } = part;
    const isOurs = database && !own(database.variable, given);
    const known = justFilled.has(name) ? password : isOurs ? noted[name] : undefined;
    if (known === undefined) continue;
    now[name] = known;
    if (isOurs) noted[name] = known;
  }
  writeFileSync(fileIn(directory), JSON.stringify(noted));
  return now;
}

function passwordIn(given: NodeJS.ProcessEnv): SeededPassword {
  const set = own(SEED_PASSWORD, given);
  return set && set[SEED_PASSWORD] !== 'password' ? 'own' : 'well-known';
}

function read(directory: string): SeededPasswords {
  try {
    return JSON.parse(readFileSync(fileIn(directory), 'utf8')) as SeededPasswords;
  } catch (error) {
    // Half-written by a killed start: then nothing is known.
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
