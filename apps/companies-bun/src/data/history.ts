import type { SQL } from 'bun';
import { StartError } from '../problem';
import type { Migration } from './migration-files';

/** The prefix of the comment on the history, which names the part that the database belongs to. */
const MARK = 'Jobly: ';
const OWNER = 'companies service';

/** The table in which Prisma keeps the history. */
const HISTORY = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0)`;

interface Applied {
  name: string;
  checksum: string;
  isFinished: boolean;
}

/**
 * The migrations that the database has not had yet.
 * @param accept `newer` also takes a database that a later version of this program has migrated.
 * @throws StartError if the history is not that of these files.
 */
export async function pendingMigrations(
  sql: SQL,
  migrations: Migration[],
  accept: 'newer' | 'same',
): Promise<Migration[]> {
  const history = await readHistory(sql);
  const last = migrations.at(-1)?.name ?? '';
  for (const { name, checksum, isFinished } of history) {
    if (!isFinished) {
      throw new StartError(
        `Migration ${name} was begun by another tool and never finished; resolve it (npx prisma migrate resolve) first.`,
      );
    }
    if (accept === 'newer' && name > last) continue;
    const migration = migrations.find((one) => one.name === name);
    if (!migration) throw new StartError(`The database has had migration ${name}, which is missing here.`);
    if (migration.checksum !== checksum) throw new StartError(`Migration ${name} was changed after it was applied.`);
  }
  const applied = new Set(history.map(({ name }) => name));
  return migrations.filter(({ name }) => !applied.has(name));
}

async function readHistory(sql: SQL): Promise<Applied[]> {
  const [table] = (await sql`
    SELECT obj_description(history, 'pg_class') AS mark
    FROM to_regclass('_prisma_migrations') AS history WHERE history IS NOT NULL`) as { mark: string | null }[];
  if (!table) return [];
  if (table.mark?.startsWith(MARK) && table.mark !== MARK + OWNER) {
    throw new StartError(
      `The database of COMPANIES_DATABASE_URL belongs to another part of ${table.mark}; give it one of its own.`,
    );
  }
  return await sql`
    SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished"
    FROM _prisma_migrations WHERE rolled_back_at IS NULL`;
}

/** Applies these, and records that. */
export async function apply(sql: SQL, migrations: Migration[]): Promise<void> {
  await sql.unsafe(HISTORY);
  for (const { name, script, checksum } of migrations) {
    await sql.unsafe(script).simple();
    await sql`INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
              VALUES (gen_random_uuid()::text, ${checksum}, now(), ${name}, 1)`;
  }
  await sql.unsafe(`COMMENT ON TABLE _prisma_migrations IS '${MARK}${OWNER}'`);
}
