import type { Settings } from '../settings';
import { migrate, requireMigrated } from './migrations';
import { seedOnce } from './seed';

/**
 * Gets the database ready, as MIGRATE and SEED say; returns whether it was empty and has been filled.
 * @throws StartError if it cannot be used, or lacks what another process should have done.
 */
export async function prepare(
  { MIGRATE, SEED, COMPANIES_DATABASE_URL: url }: Settings,
  directory: string,
): Promise<boolean> {
  if (MIGRATE === 'elsewhere') {
    await requireMigrated(url, directory);
    return false;
  }
  let seeded = false;
  const applied = await migrate(url, directory, async (sql) => {
    if (SEED) seeded = await seedOnce(sql);
  });
  if (MIGRATE === 'only') {
    console.log(
      `The database of the companies service is up to date (newly applied: ${applied.join(', ') || 'nothing'}).`,
    );
  }
  return seeded;
}
