import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { SQL } from 'bun';
import { StartError } from '../problem';

/** The lock that Prisma's own engine takes, so that services on both stacks wait for each other. */
const LOCK = 72_707_369;

const OWNER = 'Jobly: companies service';

/** The table in which Prisma keeps the history. */
const HISTORY = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0)`;

/**
 * Brings the database up to date with the migrations of the companies service, which belong to the data and not to a
 * stack; all that are pending, or none. Then it does `more`, within the same transaction.
 * @throws StartError if the history is not that of these files.
 */
export async function migrate(url: string, directory: string, more: (sql: SQL) => Promise<void>): Promise<void> {
  const { searchParams } = new URL(url);
  const schema = `"${(searchParams.get('schema') ?? 'public').replaceAll('"', '""')}"`;
  const plain = new URL(url);
  plain.searchParams.delete('schema');
  await using sql = new SQL(plain.href, { max: 1, connectionTimeout: 5, connection: { search_path: schema } });
  try {
    await sql.begin(async (one) => {
      await one`SELECT pg_advisory_xact_lock(${LOCK})`;
      await one.unsafe(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
      await applyAll(one, directory);
      await more(one);
    });
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`Cannot use ${describe(plain)}: ${(error as Error).message}.`, { cause: error });
  }
}

async function applyAll(sql: SQL, directory: string): Promise<void> {
  const [{ owner }] = (await sql`
    SELECT obj_description(to_regclass('_prisma_migrations'), 'pg_class') AS owner`) as [{ owner: string | null }];
  if (owner !== null && owner !== OWNER) {
    throw new StartError(
      `The database of COMPANIES_DATABASE_URL belongs to another part of ${owner}; give it one of its own.`,
    );
  }
  await sql.unsafe(HISTORY);
  const history = (await sql`
    SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL`) as {
    name: string;
    checksum: string;
  }[];
  const applied = new Map(history.map(({ name, checksum }) => [name, checksum]));
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const foreign = [...applied.keys()].find((name) => !names.includes(name));
  if (foreign) throw new StartError(`The database has had migration ${foreign}, which is missing here.`);
  for (const name of names.sort()) {
    const script = await readFile(`${directory}/${name}/migration.sql`, 'utf8');
    const checksum = createHash('sha256').update(script).digest('hex');
    const before = applied.get(name);
    if (before === checksum) continue;
    if (before) throw new StartError(`Migration ${name} was changed after it was applied.`);
    await sql.unsafe(script).simple();
    await sql`INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
              VALUES (gen_random_uuid()::text, ${checksum}, now(), ${name}, 1)`;
  }
  await sql.unsafe(`COMMENT ON TABLE _prisma_migrations IS '${OWNER}'`);
}

const describe = ({ hostname, port, pathname }: URL) =>
  `the database ${pathname.slice(1)} at ${hostname}:${port || '5432'}`;
