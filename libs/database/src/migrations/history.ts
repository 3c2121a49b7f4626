import type { Pool } from 'pg';
import { StartError } from '@jobly/contracts';
import type { Migration } from './migration-files';

/** A row of Prisma's own table. */
interface Applied {
  name: string;
  checksum: string;
  finished: boolean;
}

/**
 * The migrations that the database has not seen yet. Throws a StartError when the database and the files tell
 * different stories; nothing is touched then.
 */
export async function pendingMigrations(pool: Pool, migrations: Migration[]): Promise<Migration[]> {
  const history = new Map((await readHistory(pool)).map((applied) => [applied.name, applied]));
  for (const applied of history.values()) {
    check(
      applied,
      migrations.find(({ name }) => name === applied.name),
    );
  }
  return migrations.filter(({ name }) => !history.has(name));
}

function check({ name, checksum, finished }: Applied, migration: Migration | undefined): void {
  if (!finished) {
    throw new StartError(
      `Migration ${name} was begun by another tool and never finished; resolve it (npx prisma migrate resolve) first.`,
    );
  }
  if (!migration) {
    throw new StartError(
      `The database has had migration ${name}, which is missing here: it belongs to another version of the program.`,
    );
  }
  if (migration.checksum !== checksum) {
    throw new StartError(`Migration ${name} was changed after it was applied; restore it and write a new one instead.`);
  }
}

async function readHistory(pool: Pool): Promise<Applied[]> {
  const { rows: tables } = await pool.query(`SELECT 1 WHERE to_regclass('_prisma_migrations') IS NOT NULL`);
  if (tables.length === 0) return [];
  const { rows } = await pool.query<Applied>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  return rows;
}
