import { type MigrateOptions, migrate, requireMigrated } from './migrations/migrate';
import { type Seed, seedOnce } from './seed-once';

interface Preparation extends MigrateOptions {
  /** What an empty database gets, and the table that tells whether it is empty. */
  seed: { table: Parameters<typeof seedOnce>[1]; seeds: Seed[] };
}

interface PreparationSettings {
  /** `elsewhere`: another process migrates and seeds, so this one only checks that it has. */
  MIGRATE: 'at-start' | 'only' | 'elsewhere';
  SEED: boolean;
}

/**
 * Gets a database ready for its process: migrates it, and fills it if it is empty and SEED says so.
 * @returns whether it was empty and has been filled.
 * @throws StartError if the database cannot be used, or lacks what another process should have done.
 */
export async function prepareDatabase(
  { MIGRATE, SEED }: PreparationSettings,
  { seed, ...target }: Preparation,
): Promise<boolean> {
  if (MIGRATE === 'elsewhere') {
    await requireMigrated(target);
    return false;
  }
  const applied = await migrate(target);
  const seeded = SEED && (await seedOnce(target.url, seed.table, seed.seeds));
  if (MIGRATE === 'only') {
    console.log(
      `The database of the ${target.owner} is up to date (newly applied: ${applied.join(', ') || 'nothing'}).`,
    );
  }
  return seeded;
}
