import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryCluster, temporaryDirectory } from './cluster/cluster.fixture';
import { copiedDatabase } from './copied-database.fixture';
import { type Database, openDatabase } from './database';
import { migrate } from './migrations/migrate';

type App = 'catalogue-service' | 'companies-service' | 'jobs-service' | 'users-service' | 'monolith';

interface SharedDatabase {
  url: string;
  /** One more process that uses it. */
  open(name?: string, max?: number, recordsChanges?: boolean): Database;
  run<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Resolves when somebody waits for a lock in it, and in any case when that is over. */
  lockAwaited(during: Promise<unknown>): Promise<void>;
  /** Applies the migrations that were left out. */
  upgrade(): Promise<void>;
  remove(): Promise<void>;
}

/**
 * An app's database on a server of its own, and any number of processes that share it.
 * @param before leaves out this migration and all after it, until `upgrade`.
 */
export async function aSharedDatabase(app: App, { before = '' } = {}): Promise<SharedDatabase> {
  const migrations = join(import.meta.dirname, '../../../apps', app, 'prisma/migrations');
  const migrateAt = (url: string) => migrate({ url, owner: app, directory: migrations });
  const migrateAtFirst = before ? (url: string) => migrateUpTo(before, app, url, migrations) : migrateAt;
  const { postgresForTests: server } = globalThis as { postgresForTests?: string };
  const copy = server ? await copiedDatabase(server, `${app}-${before}`, migrateAtFirst) : undefined;
  const { url, remove } = copy ?? (await onItsOwnServer(app));
  if (!copy) await migrateAtFirst(url);

  const databases: Database[] = [];
  const open = (name = 'test', max = 5, recordsChanges = false) => {
    const database = openDatabase({ url, max, name, recordsChanges });
    databases.push(database);
    return database;
  };
  const { sql } = open();
  const run = <Row>(text: string, values: unknown[] = []) => sql<Row>({ name: '', text, values });
  return {
    url,
    open,
    run,
    async lockAwaited(during) {
      const over = during.then(
        () => true,
        () => true,
      );
      // Who waits for a row waits for a transaction, and that lock belongs to no database.
      const waiting = `SELECT FROM pg_stat_activity
                       WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      const isAwaited = async () => (await run(waiting)).length > 0;
      while (!(await Promise.race([over, isAwaited()])));
    },
    async upgrade() {
      await migrateAt(url);
    },
    async remove() {
      await Promise.all(databases.map(({ close }) => close()));
      await remove();
    },
  };
}

/** The names of one connection's prepared statements; for a database that was opened with a single connection. */
export async function preparedStatements({ sql }: Database): Promise<string[]> {
  const text = 'SELECT name FROM pg_prepared_statements';
  return (await sql<{ name: string }>({ name: '', text, values: [] })).map(({ name }) => name);
}

async function onItsOwnServer(app: App) {
  const { urlOf, remove } = await temporaryCluster(app);
  return { url: urlOf(app), remove };
}

async function migrateUpTo(before: string, app: App, url: string, migrations: string): Promise<void> {
  const earlier = temporaryDirectory();
  for (const name of readdirSync(migrations)) {
    if (name < before) cpSync(join(migrations, name), join(earlier.directory, name), { recursive: true });
  }
  await migrate({ url, owner: app, directory: earlier.directory });
  earlier.remove();
}
