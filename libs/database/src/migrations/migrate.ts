import { PrismaPg } from '@prisma/adapter-pg';
import {
  type SqlMigrationAwareDriverAdapterFactory,
  bindMigrationAwareSqlAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { requireSessions } from '../connection/sessions';
import { connectionTrouble, reasonOf } from '../connection/trouble';
import { readConnectionUrl } from '../connection/url';
import { StartError } from '@jobly/contracts';
import { type Target, markHistory, pendingMigrations } from './history';
import { type Migration, readMigrations } from './migration-files';
import { prepareSchema } from './prepare-schema';
import { startSchemaEngine } from './schema-engine';

export interface MigrateOptions extends Pick<Target, 'url' | 'owner'> {
  /** Ordinary Prisma migrations. */
  directory: string;
}

/**
 * Brings the database up to date with a directory of Prisma migrations and returns the names of those it applied.
 * Either all pending migrations are applied, or none. Any number of processes may call it concurrently: one works, the
 * others wait. Rejects with a StartError, also if the database belongs to another part of Jobly.
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  return over(options, async (pool, migrations, target, client) => {
    await requireSessions(target.url, pool, client);
    const pending = await pendingMigrations(pool, migrations, target);
    return pending.length === 0 ? [] : await applyAll(pool, migrations, target);
  });
}

/**
 * Checks that another process has applied a directory's migrations. It may have applied later ones, too: in a rolling
 * update, and after one that was taken back, a program runs over the schema of its successor.
 * @throws StartError naming the first migration that is missing.
 */
export async function requireMigrated(options: MigrateOptions): Promise<void> {
  await over(options, async (pool, migrations, target) => {
    const [missing] = await pendingMigrations(pool, migrations, target, 'newer');
    if (!missing) return;
    throw new StartError(
      `The database of the ${target.owner} lacks migration ${missing.name}; run this program with MIGRATE=only first.`,
    );
  });
}

/** Work over one connection: the transaction and the engine's advisory lock need that. */
async function over<T>(
  { url, owner, directory }: MigrateOptions,
  work: (pool: pg.Pool, migrations: Migration[], target: Target, client: pg.ClientConfig) => Promise<T>,
): Promise<T> {
  const { config, schema } = readConnectionUrl(url);
  const migrations = await readMigrations(directory);
  const client = { connectionTimeoutMillis: 5_000, ...config };
  // Statements have no timeout, because waiting for the lock is one.
  const pool = new pg.Pool({ ...client, max: 1, idleTimeoutMillis: 0 });
  pool.on('error', () => {});
  try {
    return await work(pool, migrations, { url, schema, owner }, client);
  } catch (error) {
    throw error instanceof StartError ? error : connectionTrouble(url, error);
  } finally {
    await pool.end();
  }
}

/** In one transaction, unlike Prisma's own tool: if this process is killed, no migration is left half done. */
async function applyAll(pool: pg.Pool, migrations: Migration[], target: Target): Promise<string[]> {
  const database = bindMigrationAwareSqlAdapterFactory(scriptsAsAWhole(pool, migrations, target));
  await pool.query('BEGIN');
  try {
    await prepareSchema(pool, target.schema);
    // Another process may have migrated while this one waited for the lock, and Prisma's engine compares only names.
    await pendingMigrations(pool, migrations, target);
    const engine = await startSchemaEngine(database);
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: '',
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
        })),
      },
      filters: { externalTables: [], externalEnums: [] },
    });
    await markHistory(pool, target);
    await pool.query('COMMIT');
    return appliedMigrationNames;
  } catch (error) {
    // Errors do not survive the passage through WebAssembly; the first one is kept under number 0.
    throw database.errorRegistry.consumeError(0)?.error ?? error;
  }
}

/** adapter-pg splits a script at every semicolon, even inside literals and functions. PostgreSQL does not. */
function scriptsAsAWhole(
  pool: pg.Pool,
  migrations: Migration[],
  { schema }: Target,
): SqlMigrationAwareDriverAdapterFactory {
  const prisma = new PrismaPg(pool, { schema });
  const executeScript = async (script: string) => {
    await pool.query(script).catch((error: unknown) => {
      const name = migrations.find(({ sql }) => sql === script)?.name ?? '';
      throw new StartError(`Migration ${name} failed and was taken back: ${reasonOf(error)}.`, { cause: error });
    });
  };
  return {
    provider: prisma.provider,
    adapterName: prisma.adapterName,
    connect: async () => Object.assign(await prisma.connect(), { executeScript }),
    connectToShadowDb: () => prisma.connectToShadowDb(),
  };
}
