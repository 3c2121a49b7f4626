import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { own } from './confidential';
import type { PartProcess } from './part-process';
import type { Plan } from './plan';
import type { Blueprint, PartName } from './topology';

/** What testuser and testadmin log in with: the password that everybody knows, or one of the user's own. */
type SeededPassword = 'well-known' | 'own';

/** Of the parts that store passwords, as far as it is known. */
export type SeededPasswords = Partial<Record<PartName, SeededPassword>>;

const SEED_PASSWORD = 'SEED_PASSWORD';

const storesPasswords = ({ name }: Blueprint) => name === 'users' || name === 'monolith' || name === 'loopback';

const fileIn = (directory: string) => join(directory, 'seeded.json');

/**
 * What the seeded users' passwords are. A database keeps the one it was filled with, whatever is set later, so that is
 * noted for those made here; of the user's own it is known only if they have just been filled.
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
    // Half-written by a start that was killed: then nothing is known.
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
