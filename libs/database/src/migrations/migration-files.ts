import { hash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '@jobly/contracts';

/** A migration as Prisma keeps it: `<timestamp>_<name>/migration.sql`. */
export interface Migration {
  name: string;
  sql: string;
  /** As in `_prisma_migrations`: SHA-256 of the file, in hex. */
  checksum: string;
}

/** The migrations of a directory, oldest first. Throws a StartError for files that cannot be read. */
export async function readMigrations(directory: string): Promise<Migration[]> {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    return await Promise.all(names.sort().map((name) => readMigration(directory, name)));
  } catch (error) {
    throw new StartError(`Cannot read the migrations: ${(error as Error).message}.`, { cause: error });
  }
}

async function readMigration(directory: string, name: string): Promise<Migration> {
  const sql = await readFile(join(directory, name, 'migration.sql'), 'utf8');
  return { name, sql, checksum: hash('sha256', sql) };
}
