import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';

/** A migration as Prisma keeps it: `<timestamp>_<name>/migration.sql`. */
export interface Migration {
  name: string;
  script: string;
  /** SHA-256 of the script, in hex. */
  checksum: string;
}

/** The migrations of a directory, oldest first. */
export async function readMigrations(directory: string): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      const script = await readFile(`${directory}/${name}/migration.sql`, 'utf8');
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
    }),
  );
}
