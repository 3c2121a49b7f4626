import { hash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../start-error';

/** A migration as Prisma keeps it: `<timestamp>_<name>/migration.sql`. */
export interface Migration {
  name: string;
  sql: string;
  /** As in `_prisma_migrations`: SHA-256 of the file, in hex. */
  checksum: string;
}

/** The migrations of a directory, oldest first. */
export async function readMigrations(directory: string): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((error: Error) => {
    throw new StartError(`Cannot read the migrations in ${directory}: ${error.message}.`, { cause: error });
  });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(names.sort().map((name) => readMigration(directory, name)));
}

async function readMigration(directory: string, name: string): Promise<Migration> {
  const file = join(directory, name, 'migration.sql');
  const sql = await readFile(file, 'utf8').catch((error: Error) => {
    throw new StartError(`The migration ${file} cannot be read: ${error.message}.`, { cause: error });
  });
  return { name, sql, checksum: hash('sha256', sql) };
}
