import { PrismaPg } from '@prisma/adapter-pg';
import {
  type SqlMigrationAwareDriverAdapterFactory,
  bindMigrationAwareSqlAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { connectionTrouble } from '../connection-trouble';
import { StartError } from '@jobly/contracts';
import { pendingMigrations } from './history';
import { type Migration, readMigrations } from './migration-files';
import { startSchemaEngine } from './schema-engine';

interface MigrateOptions {
  url: string;
  /** Ordinary Prisma migrations. */
  directory: string;
}

/**
 * Brings the database up to date with a directory of Prisma migrations and returns the names of those it applied.
 * All pending migrations happen, or none. Any number of processes may do this at once: one works, the others wait.
 * Rejects with a StartError.
 */
export async function migrate({ url, directory }: MigrateOptions): Promise<string[]> {
  const migrations = await readMigrations(directory);
  // A pool of one is one connection: the transaction and the engine's advisory lock need that. No limit on the time a
  // statement takes, because waiting for the lock is one.
  const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: 5_000 });
  pool.on('error', () => {});
  try {
    const pending = await pendingMigrations(pool, migrations);
    return pending.length === 0 ? [] : await applyAll(pool, migrations);
  } catch (error) {
    throw error instanceof StartError ? error : connectionTrouble(url, error);
  } finally {
    await pool.end();
  }
}

/** In one transaction, which Prisma's own tool lacks: whatever kills this process, no migration is left half done. */
async function applyAll(pool: pg.Pool, migrations: Migration[]): Promise<string[]> {
  const database = bindMigrationAwareSqlAdapterFactory(scriptsAsAWhole(pool, migrations));
  await pool.query('BEGIN');
  try {
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
    await pool.query('COMMIT');
    return appliedMigrationNames;
  } catch (error) {
    // Errors do not survive the way through WebAssembly; the first one that set out is kept under number 0.
    throw database.errorRegistry.consumeError(0)?.error ?? error;
  }
}

/** adapter-pg cuts a script at every semicolon, also at those inside literals and functions. PostgreSQL does not. */
function scriptsAsAWhole(pool: pg.Pool, migrations: Migration[]): SqlMigrationAwareDriverAdapterFactory {
  const prisma = new PrismaPg(pool);
  const executeScript = async (script: string) => {
    await pool.query(script).catch((error: unknown) => {
      const name = migrations.find(({ sql }) => sql === script)?.name ?? '';
      const { message } = error as Error;
      throw new StartError(`Migration ${name} failed and was taken back: ${message}.`, { cause: error });
    });
  };
  return {
    provider: prisma.provider,
    adapterName: prisma.adapterName,
    connect: async () => Object.assign(await prisma.connect(), { executeScript }),
    connectToShadowDb: () => prisma.connectToShadowDb(),
  };
}
