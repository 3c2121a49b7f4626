import { SQL } from 'bun';
import { StartError } from '../problem';
import { apply, pendingMigrations } from './history';
import { readMigrations } from './migration-files';

/** The lock that Prisma's own engine takes. */
const PRISMA_LOCK = 72_707_369;

/**
 * Brings the database up to date with the migrations of the companies service, which belong to the data and not to a
 * stack; all that are pending, or none. Then it does `more`, within the same transaction.
 * @returns the names of those it applied.
 * @throws StartError if the history is not that of these files.
 */
export async function migrate(url: string, directory: string, more: (sql: SQL) => Promise<void>): Promise<string[]> {
  return over(url, (sql, schema) =>
    sql.begin(async (one) => {
      // As the service on Node.js does, and in its order: otherwise each of the two could wait for the other.
      await one`SELECT pg_advisory_xact_lock(hashtextextended('migrate', 0))`;
      await one`SELECT pg_advisory_xact_lock(${PRISMA_LOCK})`;
      await one.unsafe(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
      const pending = await pendingMigrations(one, await readMigrations(directory), 'same');
      await apply(one, pending);
      await more(one);
      return pending.map(({ name }) => name);
    }),
  );
}

/**
 * Checks that another process has applied these migrations. It may have applied later ones, too: in a rolling update a
 * program runs over the schema of its successor.
 * @throws StartError naming the first migration that is missing.
 */
export async function requireMigrated(url: string, directory: string): Promise<void> {
  await over(url, async (sql) => {
    const [missing] = await pendingMigrations(sql, await readMigrations(directory), 'newer');
    if (!missing) return;
    throw new StartError(
      `The database of the companies service lacks migration ${missing.name}; run this program with MIGRATE=only first.`,
    );
  });
}

/** Work over one connection. */
async function over<T>(url: string, work: (sql: SQL, schema: string) => Promise<T>): Promise<T> {
  const plain = new URL(url);
  const schema = `"${(plain.searchParams.get('schema') ?? 'public').replaceAll('"', '""')}"`;
  plain.searchParams.delete('schema');
  await using sql = new SQL(plain.href, { max: 1, connectionTimeout: 5, connection: { search_path: schema } });
  try {
    return await work(sql, schema);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`Cannot use ${describe(plain)}: ${(error as Error).message}.`, { cause: error });
  }
}

const describe = ({ hostname, port, pathname }: URL) =>
  `the database ${pathname.slice(1)} at ${hostname}:${port || '5432'}`;
